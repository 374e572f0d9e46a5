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
      package let measure: String?
      package let responsible: [DepartmentID]
      package let deadline: Due?
      package let span: Span
    }

    /// The enumeration whose members are the situations; nil where they are texts.
    package let results: EnumerationID?
    package let rows: [Row]
    package let span: Span
  }

  /// By when something is to be done.
  package enum Due: Hashable, Sendable {
    case within(Term)
    case by(Deadline)
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

    package let deadline: Due?
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
