package import Source
package import Syntax

extension PlanDeclaration {
  /// `参数 一级比例: 百分比 5%..20% = 10%`. In the plan's expressions it is the local of its index.
  package struct Parameter: Sendable {
    package let name: Name
    package let type: Type
    /// Both ends included.
    package let range: (low: TypedExpression.Constant, high: TypedExpression.Constant)?
    /// Where nobody gives another.
    package let value: TypedExpression.Constant?

    package init(
      name: Name, type: Type,
      range: (low: TypedExpression.Constant, high: TypedExpression.Constant)?,
      value: TypedExpression.Constant?
    ) {
      self.name = name
      self.type = type
      self.range = range
      self.value = value
    }

    /// Whether a value lies in the range.
    package func allows(_ value: TypedExpression.Constant) -> Bool {
      guard let range else { return true }
      return !(range.low > value) && !(value > range.high)
    }
  }

  /// A value for a parameter.
  package struct ParameterValue: Sendable {
    package let constant: TypedExpression.Constant
    /// Where it was given; nil outside of scripts.
    package let span: Span?

    package init(_ constant: TypedExpression.Constant, at span: Span?) {
      self.constant = constant
      self.span = span
    }
  }

  /// `要求 高 > 中`: over the parameters.
  package struct Requirement: Sendable {
    package let condition: TypedExpression
    /// As written, for people.
    package let text: String

    package init(_ condition: TypedExpression, text: String) {
      self.condition = condition
      self.text = text
    }
  }
}
