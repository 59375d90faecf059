//! The closed set of functions.

use crate::kind::{Kind, Scalar};

macro_rules! functions {
    ($($function:ident $name:literal $usage:literal, $meaning:literal;)*) => {
        /// A function of the expression language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each function is documented by `usage` and `meaning`")]
        pub enum Function { $($function,)* }

        impl Function {
            /// Every function, in the order the documentation lists them.
            pub const ALL: &'static [Self] = &[$(Self::$function,)*];

            /// The name as written.
            pub fn name(self) -> &'static str {
                match self { $(Self::$function => $name,)* }
            }

            /// How it is called.
            pub fn usage(self) -> &'static str {
                match self { $(Self::$function => $usage,)* }
            }

            /// What it yields, in a few words.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$function => $meaning,)* }
            }
        }
    };
}

functions! {
    Min "min" "min(number, …) or min(list)", "the smallest number; an error for an empty list";
    Max "max" "max(number, …) or max(list)", "the largest number; an error for an empty list";
    Round "round" "round(number) or round(number, digits)", "rounded half to even, to whole numbers unless digits (0 to 28) are given";
    Floor "floor" "floor(number)", "the whole number at or below";
    Ceil "ceil" "ceil(number)", "the whole number at or above";
    Abs "abs" "abs(number)", "the number without its sign";
    Count "count" "count(list)", "how many elements or cart items there are";
    Sum "sum" "sum(list)", "the numbers of the list added up; 0 for an empty list";
    Contains "contains" "contains(text, text) or contains(list, element)", "whether the second occurs in the first";
    StartsWith "startsWith" "startsWith(text, text)", "whether the first begins with the second";
    EndsWith "endsWith" "endsWith(text, text)", "whether the first ends with the second";
    Lower "lower" "lower(text)", "in lower case";
    Upper "upper" "upper(text)", "in upper case";
    Length "length" "length(text)", "how many characters the text has";
    Concat "concat" "concat(value, …)", "the values as one text";
    Coalesce "coalesce" "coalesce(value, …)", "the first value that is set; all of one kind";
    Exists "exists" "exists(value)", "whether the value is set";
    If "if" "if(condition, value, value)", "the first value when the condition is true, otherwise the second; both of one kind";
    Now "now" "now()", "the current time, as $Now";
    Time "time" "time(\"2026-11-30T00:00:00Z\")", "the time written in the text, which must be a literal";
    DaysBetween "daysBetween" "daysBetween(time, time)", "the days from the first to the second, with fraction; negative when the second is earlier";
    AddDays "addDays" "addDays(time, number)", "that many days of 24 hours later";
    AddHours "addHours" "addHours(time, number)", "that many hours later";
    Hour "hour" "hour(time)", "the hour in UTC, 0 to 23";
    Weekday "weekday" "weekday(time)", "the day of the week in UTC, 0 for Sunday to 6 for Saturday";
}

impl Function {
    /// The function of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|function| function.name() == name)
    }

    /// What the function yields for arguments of these kinds; `None` when it does not take them.
    pub fn yields(self, kinds: &[Kind]) -> Option<Kind> {
        match self {
            Self::Min | Self::Max => numbers(kinds).then_some(Kind::NUMBER),
            Self::Round => {
                matches!(kinds, [Kind::NUMBER] | [Kind::NUMBER, Kind::NUMBER]).then_some(Kind::NUMBER)
            }
            Self::Floor | Self::Ceil | Self::Abs => (kinds == [Kind::NUMBER]).then_some(Kind::NUMBER),
            Self::Count => {
                matches!(kinds, [Kind::Many(_) | Kind::Nothing | Kind::Units]).then_some(Kind::NUMBER)
            }
            Self::Sum => {
                matches!(kinds, [Kind::Many(Scalar::Number) | Kind::Nothing]).then_some(Kind::NUMBER)
            }
            Self::Contains => searches(kinds).then_some(Kind::BOOL),
            Self::StartsWith | Self::EndsWith => (kinds == [Kind::TEXT, Kind::TEXT]).then_some(Kind::BOOL),
            Self::Lower | Self::Upper => (kinds == [Kind::TEXT]).then_some(Kind::TEXT),
            Self::Length => (kinds == [Kind::TEXT]).then_some(Kind::NUMBER),
            Self::Concat => (!kinds.is_empty() && !kinds.contains(&Kind::Units)).then_some(Kind::TEXT),
            Self::Coalesce => kinds.first().copied().filter(|first| kinds.iter().all(|kind| kind == first)),
            Self::Exists => (kinds.len() == 1).then_some(Kind::BOOL),
            Self::If => match kinds {
                [Kind::BOOL, yes, no] if yes == no => Some(*yes),
                _ => None,
            },
            Self::Now => kinds.is_empty().then_some(Kind::TIME),
            Self::Time => (kinds == [Kind::TEXT]).then_some(Kind::TIME),
            Self::DaysBetween => (kinds == [Kind::TIME, Kind::TIME]).then_some(Kind::NUMBER),
            Self::AddDays | Self::AddHours => (kinds == [Kind::TIME, Kind::NUMBER]).then_some(Kind::TIME),
            Self::Hour | Self::Weekday => (kinds == [Kind::TIME]).then_some(Kind::NUMBER),
        }
    }
}

fn numbers(kinds: &[Kind]) -> bool {
    match kinds {
        [] => false,
        [Kind::Many(Scalar::Number)] => true,
        kinds => kinds.iter().all(|kind| *kind == Kind::NUMBER),
    }
}

fn searches(kinds: &[Kind]) -> bool {
    match kinds {
        [Kind::TEXT, Kind::TEXT] | [Kind::Nothing, Kind::One(_)] => true,
        [Kind::Many(element), Kind::One(wanted)] => element == wanted,
        _ => false,
    }
}
