package import Quantities
package import Source

extension PlanDeclaration {
  /// What follows from what is found.
  package struct FollowUp: Sendable {
    package enum Situation: Hashable, Sendable {
      case text(String)
      /// Members of the enumeration of results.
      case members([Int])
      case otherwise
    }

    package struct Row: Sendable {
      package let situation: Situation
      /// The situation as people read it.
      package let label: String
      package let measure: String?
      package let responsible: [DepartmentID]
      package let deadline: Due?
      package let span: Span
      /// The row whose term has to end first, for what is due after a term.
      package var awaited: Int?
    }

    package let rows: [Row]
    package let span: Span
  }

  /// By when something is to be done.
  package struct Due: Sendable {
    package enum Kind: Hashable, Sendable {
      /// From what the clause is about: the draw, the inspection, the finding.
      case within(Term)
      case by(Deadline)
      /// As soon as it is found.
      case immediately
    }

    package let kind: Kind
    /// As written.
    package let words: String
    package let span: Span
    /// What a draw counts from the events that it knows of, itself and the plan's completion; nil
    /// where it is counted from a finding, in hours, or by a calendar that is not in sight.
    package var deadline: Deadline?
    /// Whether somebody sets the time, no longer than this.
    package var isAtMost = false

    package init(_ kind: Kind, words: String, span: Span) {
      self.kind = kind
      self.words = words
      self.span = span
    }
  }

  /// A length of time.
  package struct Term: Hashable, Sendable {
    package let count: Int64
    package let unit: DurationUnit
  }

  /// How soon results are public, how long, and which are not.
  package struct Publication: Sendable {
    package struct Exception: Sendable {
      package let reason: String
      package let basis: [Basis]
      package let span: Span
    }

    package var deadline: Due?
    package let exceptions: [Exception]
    package let keptMonths: Int64?
    package let span: Span
  }

  /// Why objects are excluded.
  package struct Grounds: Sendable {
    package let reason: String?
    package let basis: [Basis]
  }
}

extension RegistryDeclaration {
  /// Who answers for the data.
  package struct Sources: Sendable {
    /// Of the registry as a whole.
    package let whole: DepartmentID?
    /// Of each field, its own or that of the whole.
    package let fields: [DepartmentID?]
  }
}
