//! The environment WebKit is started in. WebKit reads it before our first line could change it safely, so a wrong
//! environment is corrected by starting the program once more, in the same process, with the right one.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::{env, io};

/// Corrects the environment before anything else runs. Returns when there is nothing (left) to correct; a failed
/// correction is reported and lived with.
pub fn settle() {
    let wrong = corrections(|name| env::var(name).ok(), Path::new("/proc/driver/nvidia").exists());
    if wrong.is_empty() {
        return;
    }
    let why = start_again(&wrong);
    eprintln!("Tillroll could not correct its environment and goes on without: {why}");
}

/// Replaces this program by itself; comes back only when that failed.
fn start_again(corrected: &[(&'static str, &'static str)]) -> io::Error {
    match env::current_exe() {
        Ok(program) => {
            Command::new(program).args(env::args_os().skip(1)).envs(corrected.iter().copied()).exec()
        }
        Err(why) => why,
    }
}

/// The variables that must change, and their new values.
///
/// * The locales `C` and `POSIX` name no language: WebKit hands them to scripts all the same, and every `Intl` call
///   throws. They become English.
/// * With NVIDIA's driver WebKit's DMA-BUF renderer draws nothing; it is switched off unless the user chose.
///
/// INVARIANT: once applied, nothing is left to correct, so the program starts at most twice.
fn corrections(
    variable: impl Fn(&str) -> Option<String>,
    has_nvidia_driver: bool,
) -> Vec<(&'static str, &'static str)> {
    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let mut wrong = Vec::new();
    let deciding = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| Some((name, variable(name).filter(|value| !value.is_empty())?)));
    match deciding {
        None => wrong.push(("LANG", "en_US.UTF-8")),
        Some((name, value)) if names_no_language(&value) => wrong.push((name, "en_US.UTF-8")),
        Some(_) => {}
    }
    if has_nvidia_driver && variable(RENDERER).is_none() {
        wrong.push((RENDERER, "1"));
    }
    wrong
}

/// True for `C`, `POSIX` and their variants such as `C.UTF-8`.
fn names_no_language(locale: &str) -> bool {
    let language = locale.split(['.', '@']).next().unwrap_or_default();
    matches!(language, "C" | "POSIX")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::corrections;

    type Environment = BTreeMap<&'static str, &'static str>;
    type Variables = &'static [(&'static str, &'static str)];

    fn wrong(environment: &Environment, nvidia: bool) -> Vec<(&'static str, &'static str)> {
        corrections(|name| environment.get(name).map(ToString::to_string), nvidia)
    }

    #[test]
    fn only_a_locale_without_a_language_is_corrected_and_only_once() {
        let cases: [(Variables, Variables); 8] = [
            (&[], &[("LANG", "en_US.UTF-8")]),
            (&[("LANG", "")], &[("LANG", "en_US.UTF-8")]),
            (&[("LANG", "C")], &[("LANG", "en_US.UTF-8")]),
            (&[("LANG", "C.UTF-8")], &[("LANG", "en_US.UTF-8")]),
            (&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "POSIX")], &[("LC_ALL", "en_US.UTF-8")]),
            (&[("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "C")], &[("LC_MESSAGES", "en_US.UTF-8")]),
            (&[("LANG", "C"), ("LC_ALL", "cs_CZ.UTF-8")], &[]),
            (&[("LANG", "de_DE.UTF-8")], &[]),
        ];
        for (before, expected) in cases {
            let mut environment: Environment = before.iter().copied().collect();
            let found = wrong(&environment, false);
            assert_eq!(found, expected, "{before:?}");
            environment.extend(found);
            assert_eq!(wrong(&environment, false), [], "{before:?}, corrected");
        }
    }

    #[test]
    fn the_renderer_is_switched_off_for_nvidia_unless_the_user_chose() {
        let unset = Environment::from([("LANG", "en_US.UTF-8")]);
        let chosen = Environment::from([("LANG", "en_US.UTF-8"), ("WEBKIT_DISABLE_DMABUF_RENDERER", "0")]);
        assert_eq!(wrong(&unset, true), [("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]);
        assert_eq!(wrong(&unset, false), []);
        assert_eq!(wrong(&chosen, true), []);
    }
}
