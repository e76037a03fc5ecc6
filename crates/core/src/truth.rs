//! Kleene's strong three-valued logic: what is not known stays not known until it cannot matter.
//!
//! S. C. Kleene, *Introduction to Metamathematics* (1952), § 64.

/// The value of a condition for one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds, whatever is still unknown.
    Yes,
    /// It fails, whatever is still unknown.
    No,
    /// It may hold or fail: an answer that it needs is missing or is "not sure".
    Unknown,
}

impl Truth {
    /// Both hold: *no* wins over *unknown*, *unknown* over *yes*.
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// At least one holds: *yes* wins over *unknown*, *unknown* over *no*.
    pub fn or(self, other: Truth) -> Truth {
        self.negated().and(other.negated()).negated()
    }

    /// Yes and no change places; unknown stays.
    pub fn negated(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Truth::Yes } else { Truth::No }
    }
}
