//! Order for short lists. The sorts of the standard library take about 4 kB of wasm for each type of item.

/// Sorts by a key. Items with the same key keep their order. The time grows with the square of the length.
pub fn sort_by_key<Item, Key: Ord>(items: &mut [Item], key: impl Fn(&Item) -> Key) {
    for end in 1..items.len() {
        let mut place = end;
        while let Some(before) = place.checked_sub(1)
            && key(&items[before]) > key(&items[place])
        {
            items.swap(before, place);
            place = before;
        }
    }
}

/// The items in order, without repetition.
pub fn in_order<Item: Ord + Copy>(items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    let mut items: Vec<Item> = items.into_iter().collect();
    sort_by_key(&mut items, |item| *item);
    items.dedup();
    items
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{in_order, sort_by_key};

    proptest! {
        #[test]
        fn items_with_the_same_key_keep_their_order(mut items: Vec<(u8, u8)>) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0 % 4);
            sort_by_key(&mut items, |item| item.0 % 4);
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn a_list_in_order_has_each_item_once(items: Vec<u8>) {
            let expected: Vec<u8> = std::collections::BTreeSet::from_iter(items.clone()).into_iter().collect();
            prop_assert_eq!(in_order(items), expected);
        }
    }
}
