//! Lines no request can be read from: each is refused by itself, and the rest go on.

use crate::shop::Shop;

/// The number of bytes of a line that is far too long.
const HUGE: usize = 10_000_000;

fn good(id: usize) -> String {
    format!(r#"{{"op":"updateSession","id":"good-{id}","body":{{"customerSession":{{}}}}}}"#)
}

#[test]
fn each_bad_line_is_refused_and_the_next_request_is_done() {
    let huge = format!(r#"{{"op":"updateSession","id":"{}"}}"#, "x".repeat(HUGE));
    let deep = format!(r#"{{"op":"trackEvent","body":{}1{}}}"#, "[".repeat(1_000), "]".repeat(1_000));
    let cases: [(&[u8], &str, &str); 13] = [
        (b"nonsense", "", "not JSON"),
        (b"[]", "", "Invalid"),
        (b"{}", "/op", "op"),
        (br#"{"op":"dance"}"#, "/op", "createAttribute, saveCampaign"),
        (br#"{"op":1}"#, "/op", "Invalid"),
        (br#"{"op":"reopenSession","id":"a","colour":"red"}"#, "/colour", "unknown"),
        (br#"{"op":"reopenSession","op":"reopenSession","id":"a"}"#, "", "op"),
        (br#"{"op":"reopenSession"}"#, "/id", "cart-1"),
        (br#"{"op":"reopenSession","id":"a","query":{"dry":"yes"}}"#, "/query/dry", "boolean"),
        (br#"{"op":"updateSession","id":"a"}"#, "/body", "needs a body"),
        (b"{\"op\":\"reopenSession\",\"id\":\"\xff\"}", "", "UTF-8"),
        (huge.as_bytes(), "", "2000000 bytes"),
        (deep.as_bytes(), "", "Invalid"),
    ];
    let mut input = Vec::new();
    for (index, (line, _, _)) in cases.iter().enumerate() {
        input.extend_from_slice(line);
        input.extend_from_slice(b"\r\n\n  \n");
        input.extend_from_slice(good(index).as_bytes());
        input.push(b'\n');
    }
    let shop = Shop::empty();
    let said = shop.apply(&input);
    assert_eq!((said.status, said.err.as_str()), (1, ""));
    let answers = said.answers();
    assert_eq!(answers.len(), cases.len() * 2);
    for (pair, (line, pointer, words)) in answers.chunks(2).zip(cases) {
        let line = String::from_utf8_lossy(&line[..line.len().min(80)]).into_owned();
        let problem = &pair[0]["error"]["errors"][0];
        assert_eq!(problem["source"]["pointer"], pointer, "{line}: {problem}");
        assert!(problem.to_string().to_lowercase().contains(&words.to_lowercase()), "{line}: {problem}");
        assert_eq!(pair[1]["customerSession"]["state"], "open", "after {line}");
    }
    assert_eq!(shop.journal().len(), cases.len());
}
