//! Decimal arithmetic on money.

use rust_decimal::Decimal;

/// An amount of money in the workspace's currency. Decimal, half-even where it must be rounded, never binary.
pub type Money = Decimal;

/// The finest minor unit [`prorate`] shares by, in decimals.
const FINEST_MINOR: u32 = 12;

/// Shares `total` out in proportion to `weights`, in whole minor units (`minor_digits` decimals, 2 for cents), by
/// largest remainder; ties go to the earlier share.
///
/// The shares are in the order of the weights and add up to exactly `total`: what `total` holds beyond whole minor
/// units goes to the share with the largest weight. Negative weights count as 0; when all are 0 the shares are equal.
/// No weights, no shares.
pub fn prorate(total: Money, weights: &[Decimal], minor_digits: u32) -> Vec<Money> {
    let ratios = ratios(weights);
    let (whole, minor) = whole_minor_units(total.abs(), minor_digits);
    let exact: Vec<Decimal> = ratios.iter().map(|ratio| whole * ratio).collect();
    let mut units: Vec<Decimal> = exact.iter().map(Decimal::trunc).collect();
    hand_out(whole, &exact, &mut units);

    let mut shares: Vec<Money> = units.into_iter().map(|count| count * minor).collect();
    if let Some(heaviest) = first_largest(&ratios)
        && let Some(share) = shares.get_mut(heaviest)
    {
        *share += total.abs() - whole * minor;
    }
    if total.is_sign_negative() { shares.into_iter().map(|share| -share).collect() } else { shares }
}

/// The weights as parts of 1.
fn ratios(weights: &[Decimal]) -> Vec<Decimal> {
    let weights: Vec<Decimal> = weights.iter().map(|weight| (*weight).max(Decimal::ZERO)).collect();
    let sum = weights.iter().try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(*weight));
    match sum {
        Some(sum) if !sum.is_zero() => weights.iter().map(|weight| weight / sum).collect(),
        Some(_) | None => {
            let each = Decimal::ONE.checked_div(Decimal::from(weights.len())).unwrap_or_default();
            vec![each; weights.len()]
        }
    }
}

/// How many whole minor units `amount` holds, and what one is worth. A larger unit is taken for amounts so large that
/// they could not be counted otherwise.
fn whole_minor_units(amount: Money, minor_digits: u32) -> (Decimal, Money) {
    (0..=minor_digits.min(FINEST_MINOR))
        .rev()
        .find_map(|digits| {
            let minor = Decimal::new(1, digits);
            amount.checked_div(minor).map(|units| (units.trunc(), minor))
        })
        .unwrap_or((amount.trunc(), Decimal::ONE))
}

/// Gives the units that rounding down left over to the largest remainders, one each.
fn hand_out(whole: Decimal, exact: &[Decimal], units: &mut [Decimal]) {
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(exact.get(index).map(Decimal::fract)));
    let handed_out = units.iter().copied().fold(Decimal::ZERO, Decimal::saturating_add);
    let mut left = whole.saturating_sub(handed_out);
    for index in order.into_iter().cycle() {
        if left < Decimal::ONE {
            break;
        }
        if let Some(count) = units.get_mut(index) {
            *count += Decimal::ONE;
            left -= Decimal::ONE;
        }
    }
}

fn first_largest(ratios: &[Decimal]) -> Option<usize> {
    let largest = ratios.iter().max()?;
    ratios.iter().position(|ratio| ratio == largest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimals(texts: &[&str]) -> Vec<Decimal> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn shares_by_largest_remainder() {
        let table: &[(&str, &[&str], u32, &[&str])] = &[
            ("10.00", &["1", "1", "1"], 2, &["3.34", "3.33", "3.33"]),
            ("10.00", &["20", "30", "50"], 2, &["2.00", "3.00", "5.00"]),
            ("0.01", &["1", "5"], 2, &["0", "0.01"]),
            ("5", &["0", "0"], 2, &["2.50", "2.50"]),
            ("5", &["-3", "1"], 2, &["0", "5"]),
            ("-1.00", &["1", "2"], 2, &["-0.33", "-0.67"]),
            ("10.005", &["1", "3"], 2, &["2.50", "7.505"]),
            ("1000", &["1", "2"], 0, &["333", "667"]),
            ("0", &["1", "2"], 2, &["0", "0"]),
            ("7", &[], 2, &[]),
        ];
        for (total, weights, digits, expected) in table {
            let shares = prorate(total.parse().unwrap(), &decimals(weights), *digits);
            assert_eq!(shares, decimals(expected), "{total} over {weights:?}");
        }
    }

    proptest! {
        #[test]
        fn shares_add_up_and_are_within_one_minor_unit(
            minor_total in -10_000_000_i64..10_000_000,
            weights in prop::collection::vec(0_i64..1_000_000, 1..60),
            digits in 0_u32..4,
        ) {
            let total = Decimal::new(minor_total, digits);
            let weights: Vec<Decimal> = weights.into_iter().map(|weight| Decimal::new(weight, 2)).collect();
            let shares = prorate(total, &weights, digits);
            prop_assert_eq!(shares.iter().sum::<Decimal>(), total);
            let sum: Decimal = weights.iter().sum();
            for (share, weight) in shares.iter().zip(&weights) {
                prop_assert!(share.scale() <= digits.max(total.scale()), "{} is not in minor units", share);
                if !sum.is_zero() {
                    let exact = total * weight / sum;
                    prop_assert!((share - exact).abs() <= Decimal::new(1, digits), "{} for {}", share, exact);
                }
            }
        }

        #[test]
        fn no_input_panics(mantissa in any::<i64>(), scale in 0_u32..28, weights in prop::collection::vec((any::<i64>(), 0_u32..28), 0..20), digits in any::<u32>()) {
            let weights: Vec<Decimal> = weights.into_iter().map(|(number, scale)| Decimal::new(number, scale)).collect();
            let total = Decimal::new(mantissa, scale);
            let shares = prorate(total, &weights, digits);
            prop_assert_eq!(shares.len(), weights.len());
        }
    }
}
