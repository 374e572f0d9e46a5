/// A name that always stands for the same value while one row is looked at, with members of
/// records behind it: what a condition can show to be present.
struct Place: Hashable {
  enum Root: Hashable {
    case local(LocalID)
    case constant(ConstantID)
    /// A field of the row of the enclosing query number `level`, counted from the outside.
    case field(level: Int, index: Int)
    case element(level: Int)
  }

  let root: Root
  let path: [Int]
}
