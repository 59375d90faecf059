//! The reports that come with the program. They are preset files like any other.

use super::preset::Preset;
use crate::refusal::Refusal;

const FILES: [&str; 7] = [
    include_str!("presets/event-log.json"),
    include_str!("presets/effects-by-campaign.json"),
    include_str!("presets/discounts-by-day.json"),
    include_str!("presets/coupon-rejections.json"),
    include_str!("presets/sessions-by-state.json"),
    include_str!("presets/funnel.json"),
    include_str!("presets/event-dictionary.json"),
];

/// All of them, in the order they are offered.
///
/// # Errors
/// Never: a test reads them all.
pub fn presets() -> Result<Vec<Preset>, Refusal> {
    FILES.into_iter().map(Preset::from_text).collect()
}

/// A preset's name as the command line takes it: `effects-by-campaign`.
pub fn slug(preset: &Preset) -> String {
    let words = preset.name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
