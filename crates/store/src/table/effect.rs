//! Table `effect`: what each event gave, took back or announced, in order.

use std::collections::{BTreeMap, BTreeSet};

use domain::coupon::CouponId;
use domain::effect::{Effect, EffectKind};
use domain::id::{CampaignId, Seq};
use rusqlite::{Row, params};

use super::coupon;
use super::journal::EventRow;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::rows;
use crate::stored::effect::{StoredEffect, columns};
use crate::stored::{self, VERSION};
use crate::writer::Tx;

/// Where an effect has no position or condition.
const NONE: i64 = -1;

impl Reader {
    /// The effects of each of these events, for a page of a list; events without effects are left out.
    ///
    /// # Errors
    /// Those of the store.
    pub fn effects_of(&self, events: &[EventRow]) -> Result<BTreeMap<Seq, Vec<Effect>>, StoreError> {
        let some = events.iter().filter(|row| row.effect_count > 0);
        some.map(|row| Ok((row.seq, self.effects(row)?))).collect()
    }

    /// The effects of one event.
    pub(crate) fn effects(&self, event: &EventRow) -> Result<Vec<Effect>, StoreError> {
        if event.effect_count == 0 {
            return Ok(Vec::new());
        }
        self.effects_at(event.seq)
    }

    /// The effects of the event at `seq`.
    pub(crate) fn effects_at(&self, seq: Seq) -> Result<Vec<Effect>, StoreError> {
        let sql = "SELECT campaign, rule_index, rule_name, condition_index, props, coupon FROM effect
                   WHERE seq = ?1 ORDER BY place";
        self.all(sql, [rows::seq_column(seq)], effect)
    }
}

impl Tx<'_> {
    /// Writes one effect.
    pub(crate) fn insert_effect(&self, seq: Seq, place: usize, effect: &Effect) -> Result<(), StoreError> {
        let columns = columns(&effect.kind);
        let sql = "INSERT INTO effect (seq, place, campaign, rule_index, rule_name, effect_type, name, value, position,
                                       sub_position, condition_index, props, coupon)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
        let parameters = params![
            rows::seq_column(seq),
            i64::try_from(place).unwrap_or(i64::MAX),
            effect.campaign.0,
            effect.rule_index,
            effect.rule_name,
            effect.kind.name(),
            columns.name,
            columns.value.map(|value| value.to_string()).unwrap_or_default(),
            columns.unit.map_or(NONE, |unit| unit.position.into()),
            columns.unit.map_or(NONE, |unit| unit.sub_position.into()),
            effect.condition_index.map_or(NONE, i64::from),
            stored::write(&StoredEffect::from(&effect.kind))?,
            effect.coupon.map_or(0, coupon::number),
        ];
        self.execute(sql, parameters).map(drop)
    }

    /// Writes which campaigns', which effect types' and which rejections' event this is: once each, however many effects
    /// there are.
    pub(crate) fn insert_effect_finders(&self, seq: Seq, effects: &[Effect]) -> Result<(), StoreError> {
        // A code that belongs to no campaign is rejected in the name of number 0, which nobody looks for.
        let named = effects.iter().map(|effect| effect.campaign).filter(|campaign| campaign.0 > 0);
        let campaigns: BTreeSet<CampaignId> = named.collect();
        for campaign in campaigns {
            let sql = "INSERT INTO event_campaign (campaign, seq) VALUES (?1, ?2)";
            self.execute(sql, params![campaign.0, rows::seq_column(seq)])?;
        }
        let types: BTreeSet<&str> = effects.iter().map(|effect| effect.kind.name()).collect();
        for name in types {
            let sql = "INSERT INTO event_effect_type (effect_type, seq) VALUES (?1, ?2)";
            self.execute(sql, params![name, rows::seq_column(seq)])?;
        }
        let reasons: BTreeSet<&str> = effects.iter().filter_map(rejection).collect();
        for reason in reasons {
            let sql = "INSERT INTO event_rejection (reason, seq) VALUES (?1, ?2)";
            self.execute(sql, params![reason, rows::seq_column(seq)])?;
        }
        Ok(())
    }
}

/// Why it rejected a code, by the vendor's name.
fn rejection(effect: &Effect) -> Option<&'static str> {
    match &effect.kind {
        EffectKind::RejectCoupon(rejection) => Some(rejection.reason.name()),
        _ => None,
    }
}

fn effect(row: &Row<'_>) -> Result<Effect, StoreError> {
    let condition: i64 = row.get(3)?;
    let props = row.get_ref(4)?.as_str().unwrap_or_default();
    Ok(Effect {
        campaign: CampaignId(row.get(0)?),
        rule_index: row.get(1)?,
        rule_name: row.get(2)?,
        condition_index: u32::try_from(condition).ok(),
        coupon: Some(CouponId(rows::count(row.get(5)?)?)).filter(|coupon| coupon.0 > 0),
        kind: stored::read::<StoredEffect>(VERSION, props, "effect")?.try_into()?,
    })
}
