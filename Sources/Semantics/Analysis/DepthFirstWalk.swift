/// A depth-first walk along references, without recursion: a script may chain thousands of
/// declarations.
struct DepthFirstWalk<Node: Hashable> {
  /// A node on the way from the root, and which of its targets the walk has gone to.
  struct Step {
    let node: Node
    let targets: [Node]
    fileprivate(set) var edge = -1
  }

  private var seen: Set<Node> = []

  /// Visits what has not been visited by an earlier call. `leave` is called for each node after all
  /// its targets; `cycle` with the steps from a node on the way to the one that leads back to it.
  /// O(nodes + references).
  mutating func visit(
    _ root: Node, targets: (Node) -> [Node], enter: (Node) -> Void = { _ in },
    cycle: (ArraySlice<Step>) -> Void = { _ in }, leave: (Node) -> Void
  ) {
    guard seen.insert(root).inserted else { return }
    enter(root)
    var path = [Step(node: root, targets: targets(root))]
    var position: [Node: Int] = [root: 0]
    while var step = path.popLast() {
      step.edge += 1
      guard step.edge < step.targets.count else {
        position[step.node] = nil
        leave(step.node)
        continue
      }
      let next = step.targets[step.edge]
      path.append(step)
      if let start = position[next] {
        cycle(path[start...])
      } else if seen.insert(next).inserted {
        enter(next)
        position[next] = path.count
        path.append(Step(node: next, targets: targets(next)))
      }
    }
  }
}
