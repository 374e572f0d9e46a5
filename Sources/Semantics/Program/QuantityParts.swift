package import Source

extension PlanDeclaration {
  /// `其中 重点 不少于 8%`: a quantity of the objects of the stratum for which a condition holds.
  package struct Subquota: Sendable {
    /// Over the registry's row.
    package internal(set) var condition: TypedExpression
    /// The condition as written, for people.
    package let label: String
    /// Without parts of its own.
    package var quantity: Quantity

    package init(condition: TypedExpression, label: String, quantity: Quantity) {
      self.condition = condition
      self.label = label
      self.quantity = quantity
    }
  }

  /// `涵盖 类别`: of each value that occurs at least one object.
  package struct Covering: Sendable {
    /// Over the registry's row.
    package internal(set) var expression: TypedExpression
    package let label: String
    package let span: Span

    package init(expression: TypedExpression, label: String, span: Span) {
      self.expression = expression
      self.label = label
      self.span = span
    }
  }

  /// `总体 各 县区 不少于 1户`: how many objects of each value the whole sample has.
  package struct Area: Sendable {
    /// Over the registry's row.
    package var expression: TypedExpression
    package let label: String
    /// Of the objects of one value, whatever their stratum.
    package var quantity: Quantity

    package init(expression: TypedExpression, label: String, quantity: Quantity) {
      self.expression = expression
      self.label = label
      self.quantity = quantity
    }
  }

  /// `再 30%`: a further visit to so many objects of the stratum, the first of those drawn.
  package struct Layer: Sendable {
    package var amount: Quantity.Amount
    package let span: Span

    package init(amount: Quantity.Amount, span: Span) {
      self.amount = amount
      self.span = span
    }
  }

  /// `按 信用 递增`: what it says of the strata.
  package struct Rising: Sendable {
    /// The members of the ordered enumeration, least first.
    package let members: [String]
    package let span: Span

    package init(members: [String], span: Span) {
      self.members = members
      self.span = span
    }
  }
}
