//! Kleene's strong three-valued logic: an unknown value stays unknown as long as it can matter.
//!
//! S. C. Kleene, *Introduction to Metamathematics* (1952), § 64.

/// The value of a condition for one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds, no matter what is still unknown.
    Yes,
    /// It fails, no matter what is still unknown.
    No,
    /// It may hold or fail: an answer that it needs is missing or "not sure".
    Unknown,
}

impl Truth {
    /// Both: *no* wins over *unknown*, *unknown* over *yes*.
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// Either: *yes* wins over *unknown*, *unknown* over *no*.
    pub fn or(self, other: Truth) -> Truth {
        self.negated().and(other.negated()).negated()
    }

    /// Swaps yes and no. Unknown stays.
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
