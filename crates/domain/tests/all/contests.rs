//! Campaigns in competition.

use std::collections::BTreeMap;

use domain::contest::{Contender, Exclusion, Showing, contest};
use domain::evaluation_group::{BASE, Branch, EvaluationGroup, EvaluationMode};
use domain::id::{CampaignId, GroupId};
use rust_decimal::Decimal;

use EvaluationMode::{HighestDiscount, ListOrder, LowestDiscount, Stackable};

fn group(name: &str, mode: EvaluationMode, campaigns: &[u32], groups: Vec<Branch>) -> Branch {
    let campaigns = campaigns.iter().copied().map(CampaignId).collect();
    Branch { name: name.to_owned(), mode, campaigns, groups }
}

fn base(groups: Vec<Branch>) -> Branch {
    group("", Stackable, &[], groups)
}

/// Who is excluded when the campaigns named triggered with these discounts.
fn excluded(base: &Branch, triggered: &[(u32, i64)]) -> BTreeMap<CampaignId, Exclusion> {
    let showing =
        |&(id, discount): &(u32, i64)| Showing { campaign: CampaignId(id), discount: discount.into() };
    contest(base, &triggered.iter().map(showing).collect::<Vec<_>>())
}

fn numbers(excluded: &BTreeMap<CampaignId, Exclusion>) -> Vec<u32> {
    excluded.keys().map(|id| id.0).collect()
}

#[test]
fn of_those_that_triggered_the_mode_chooses() {
    // Mode, the campaigns that triggered with their discounts, and those that are excluded.
    let cases: [(EvaluationMode, &[(u32, i64)], &[u32]); 18] = [
        (Stackable, &[(1, 5), (2, 9), (3, 7)], &[]),
        (ListOrder, &[(1, 5), (2, 9), (3, 7)], &[2, 3]),
        (ListOrder, &[(2, 9), (3, 7)], &[3]),
        (ListOrder, &[(3, 7)], &[]),
        (ListOrder, &[(1, 0), (2, 9)], &[2]),
        (ListOrder, &[], &[]),
        (HighestDiscount, &[(1, 5), (2, 9), (3, 7)], &[1, 3]),
        (HighestDiscount, &[(1, 5), (3, 7)], &[1]),
        (HighestDiscount, &[(1, 9), (2, 9), (3, 9)], &[2, 3]),
        (HighestDiscount, &[(1, 0), (2, 0)], &[2]),
        (HighestDiscount, &[(1, 0), (2, 1)], &[1]),
        (HighestDiscount, &[(2, 4)], &[]),
        (LowestDiscount, &[(1, 5), (2, 9), (3, 7)], &[2, 3]),
        (LowestDiscount, &[(2, 9), (3, 7)], &[2]),
        (LowestDiscount, &[(1, 9), (2, 9), (3, 9)], &[2, 3]),
        (LowestDiscount, &[(1, 5), (2, 0)], &[1]),
        (LowestDiscount, &[(3, 1)], &[]),
        (LowestDiscount, &[], &[]),
    ];
    for (mode, triggered, expected) in cases {
        let tree = base(vec![group("Deals", mode, &[1, 2, 3], Vec::new())]);
        assert_eq!(numbers(&excluded(&tree, triggered)), expected, "{mode:?} {triggered:?}");
    }
}

#[test]
fn the_order_of_a_group_decides_and_not_the_campaigns_numbers() {
    let tree = base(vec![group("Deals", ListOrder, &[3, 1, 2], Vec::new())]);
    assert_eq!(numbers(&excluded(&tree, &[(1, 1), (2, 1), (3, 1)])), [1, 2]);
}

#[test]
fn a_group_competes_in_the_one_around_it_with_what_stands_in_it() {
    // Campaign 1 against the sum of 2 and 3, and against the better of 4 and 5.
    let tree = base(vec![group(
        "Deals",
        HighestDiscount,
        &[1],
        vec![
            group("Pair", Stackable, &[2, 3], Vec::new()),
            group("Best", HighestDiscount, &[4, 5], Vec::new()),
        ],
    )]);
    let cases: [(&[(u32, i64)], &[u32]); 7] = [
        (&[(1, 10), (2, 6), (3, 6)], &[1]),
        (&[(1, 10), (2, 6)], &[2]),
        (&[(1, 12), (2, 6), (3, 6)], &[2, 3]),
        (&[(1, 10), (4, 7), (5, 8)], &[4, 5]),
        (&[(1, 7), (4, 7), (5, 8)], &[1, 4]),
        (&[(2, 4), (3, 4), (4, 8), (5, 1)], &[4, 5]),
        (&[(4, 3), (5, 3)], &[5]),
    ];
    for (triggered, expected) in cases {
        assert_eq!(numbers(&excluded(&tree, triggered)), expected, "{triggered:?}");
    }
}

#[test]
fn groups_beside_each_other_and_loose_campaigns_add_up() {
    let tree = group(
        "",
        Stackable,
        &[9],
        vec![
            group("One", ListOrder, &[1, 2], Vec::new()),
            group("Two", HighestDiscount, &[3, 4], Vec::new()),
        ],
    );
    assert_eq!(numbers(&excluded(&tree, &[(1, 1), (2, 9), (3, 1), (4, 9), (9, 5)])), [2, 3]);
}

#[test]
fn an_exclusion_names_the_winner_and_both_amounts() {
    let inner = group("Pair", Stackable, &[2, 3], Vec::new());
    let tree = base(vec![group("Deals", HighestDiscount, &[1], vec![inner])]);
    let lost = excluded(&tree, &[(1, 20), (2, 6), (3, 5)]).remove(&CampaignId(3)).unwrap();
    assert_eq!(lost.reason(), "CampaignGaveLowerDiscount");
    assert_eq!(lost.group, "Deals");
    assert_eq!((lost.loser, lost.gave), (Contender::Group("Pair".to_owned()), Decimal::from(11)));
    assert_eq!((lost.winner, lost.winner_gave), (Contender::Campaign(CampaignId(1)), Decimal::from(20)));
    let reason = |mode| {
        let tree = base(vec![group("Deals", mode, &[1, 2], Vec::new())]);
        excluded(&tree, &[(1, 1), (2, 1)]).remove(&CampaignId(2)).unwrap().reason()
    };
    assert_eq!(reason(ListOrder), "CampaignIsNotFirst");
    assert_eq!(reason(LowestDiscount), "CampaignGaveLowerDiscount");
}

#[test]
fn the_tree_has_two_levels_and_campaigns_come_before_groups() {
    let kept = |id, parent, name: &str| EvaluationGroup {
        id: GroupId(id),
        position: id,
        parent: GroupId(parent),
        name: name.to_owned(),
        mode: ListOrder,
    };
    let groups = [kept(1, 0, "Outer"), kept(2, 1, "Inner"), kept(3, 0, "Other")];
    let in_group = |campaign, group| (CampaignId(campaign), GroupId(group));
    let campaigns = [
        in_group(10, 2),
        in_group(11, 0),
        in_group(12, 1),
        in_group(13, 3),
        in_group(14, 1),
        in_group(15, 99),
    ];
    let tree = Branch::base(&groups, &campaigns);
    let order: Vec<u32> = tree.order().iter().map(|id| id.0).collect();
    assert_eq!(order, [11, 15, 12, 14, 10, 13], "the base group's own, then group by group");
    assert_eq!((tree.mode, tree.groups[0].groups[0].name.as_str()), (Stackable, "Inner"));
    assert_eq!(BASE, GroupId::default());
}

#[test]
fn modes_are_the_vendors_words() {
    for mode in EvaluationMode::ALL {
        assert_eq!(EvaluationMode::from_name(mode.name()), Some(mode));
    }
}
