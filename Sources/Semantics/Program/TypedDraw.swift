/// What `抽取(计划, 日期: d, 种子: s, …)` is told besides the plan.
package struct TypedDraw: Sendable {
  package let date: TypedExpression
  package let seed: TypedExpression
  /// `层: 2`: only the objects of that layer of their quantity.
  package var layer: TypedExpression?

  package init(date: TypedExpression, seed: TypedExpression) {
    self.date = date
    self.seed = seed
  }

  /// All of them, in the order they are evaluated.
  package var expressions: [TypedExpression] { [date, seed] + (layer.map { [$0] } ?? []) }
}
