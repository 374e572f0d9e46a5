/// Systems of counts whose sums are two families, in each of which any two sums are nested or have no
/// kind in common: cells within strata, say, and areas across them. Whether they have a solution is
/// then a question of flow through a network, and exact whatever the numbers are.
struct CountFlow {
  private struct Edge {
    let to: Int
    var room: Int
  }

  /// Each edge is followed by its reverse.
  private var edges: [Edge] = []
  private var edgesOfNode: [[Int]] = []
  /// How much more flows into each node than out of it, if every sum has its least value.
  private var excess: [Int] = []

  /// Nil where the sums are not such families.
  init?(_ system: CountSystem) {
    let source = addNode()
    let sink = addNode()
    var ends: [[Int]] = []
    for family in [0, 1] {
      let outermost = family == 0 ? source : sink
      var innermost = Array(repeating: outermost, count: system.available.count)
      let sums = system.sums.filter { $0.family == family }
        .sorted { $0.kinds.count > $1.kinds.count }
      for sum in sums {
        guard let first = sum.kinds.first else {
          if sum.least > 0 { return nil }
          continue
        }
        let parent = innermost[first]
        guard sum.kinds.allSatisfy({ innermost[$0] == parent }) else { return nil }
        let node = addNode()
        if family == 0 {
          connect(parent, node, sum.least, sum.greatest)
        } else {
          connect(node, parent, sum.least, sum.greatest)
        }
        for kind in sum.kinds { innermost[kind] = node }
      }
      ends.append(innermost)
    }
    if system.sums.contains(where: { $0.family > 1 }) { return nil }
    for (kind, available) in system.available.enumerated() {
      connect(ends[0][kind], ends[1][kind], 0, available)
    }
    connect(sink, source, 0, CountFlow.unlimited)
  }

  /// More than there are objects.
  private static let unlimited = 1 << 48

  private mutating func addNode() -> Int {
    edgesOfNode.append([])
    excess.append(0)
    return excess.count - 1
  }

  /// What has to flow is sent at once; only the rest is looked for.
  private mutating func connect(_ from: Int, _ to: Int, _ least: Int, _ greatest: Int) {
    excess[from] -= least
    excess[to] += least
    edgesOfNode[from].append(edges.count)
    edges.append(Edge(to: to, room: min(greatest, CountFlow.unlimited) - least))
    edgesOfNode[to].append(edges.count)
    edges.append(Edge(to: from, room: 0))
  }

  /// Whether what flows into each node can flow out again.
  ///
  /// - Parameter spend: called with the number of steps before each of them.
  mutating func balances<Failure: Error>(
    spend: (Int) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    while let start = excess.firstIndex(where: { $0 > 0 }) {
      try spend(edges.count)
      guard let path = path(from: start) else { return false }
      let amount = path.edges.reduce(min(excess[start], -excess[path.end])) {
        min($0, edges[$1].room)
      }
      for edge in path.edges {
        edges[edge].room -= amount
        edges[edge ^ 1].room += amount
      }
      excess[start] -= amount
      excess[path.end] += amount
    }
    return true
  }

  /// The shortest way with room on it to a node that lacks something.
  private func path(from start: Int) -> (edges: [Int], end: Int)? {
    var cameBy = [Int?](repeating: nil, count: edgesOfNode.count)
    var isSeen = [Bool](repeating: false, count: edgesOfNode.count)
    isSeen[start] = true
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      if excess[node] < 0 {
        var path: [Int] = []
        var place = node
        while let edge = cameBy[place] {
          path.append(edge)
          place = edges[edge ^ 1].to
        }
        return (path, node)
      }
      for edge in edgesOfNode[node] where edges[edge].room > 0 && !isSeen[edges[edge].to] {
        isSeen[edges[edge].to] = true
        cameBy[edges[edge].to] = edge
        queue.append(edges[edge].to)
      }
    }
    return nil
  }
}
