//! Lines of bounded length: however long a line is, no more than the limit is ever held in memory.

use std::io::{self, BufRead, Read};

/// One line without its line break.
#[derive(Debug, PartialEq, Eq)]
pub enum Line<'l> {
    /// All of it.
    Whole(&'l [u8]),
    /// It has more bytes than the limit; they were skipped.
    TooLong,
}

/// Reads lines of at most `limit` bytes.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    limit: usize,
    held: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    /// Lines of `input`.
    pub fn new(input: R, limit: usize) -> Self {
        Self { input, limit, held: Vec::new() }
    }

    /// The next line; `None` at the end. The last one may lack its line break.
    ///
    /// # Errors
    /// When the input cannot be read.
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.held.clear();
        // One byte more than the limit, for the line break or to see that there is more.
        let most = u64::try_from(self.limit).unwrap_or(u64::MAX).saturating_add(1);
        if self.input.by_ref().take(most).read_until(b'\n', &mut self.held)? == 0 {
            return Ok(None);
        }
        if self.held.last() == Some(&b'\n') {
            self.held.pop();
        } else if self.held.len() > self.limit {
            self.input.skip_until(b'\n')?;
            return Ok(Some(Line::TooLong));
        }
        Ok(Some(Line::Whole(&self.held)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines};

    fn read(input: &[u8], limit: usize) -> Vec<String> {
        let mut lines = Lines::new(input, limit);
        let mut read = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            read.push(match line {
                Line::Whole(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                Line::TooLong => "(too long)".to_owned(),
            });
        }
        read
    }

    #[test]
    fn a_line_is_read_whole_or_not_at_all() {
        let cases: [(&[u8], &[&str]); 7] = [
            (b"", &[]),
            (b"\n", &[""]),
            (b"abc\ndef\n", &["abc", "def"]),
            (b"abc\ndef", &["abc", "def"]),
            (b"abcd\nabcde\nab\n", &["abcd", "(too long)", "ab"]),
            (b"abcdefghijk", &["(too long)"]),
            (b"abcd", &["abcd"]),
        ];
        for (input, expected) in cases {
            assert_eq!(read(input, 4), expected, "{}", String::from_utf8_lossy(input));
        }
    }
}
