extension TableItem {
  func dump(_ principle: PrincipleSyntax) -> String {
    let exceptions = zip(rows, principle.exceptions).map { row, exception in
      node(
        "exception", quoted(exception.title), list(row.cells.map(\.dump)), row.result.dump,
        list(exception.grounds.map(\.dump)))
    }
    return lines(
      "principle \(name.dump) \(list(parameters.map(\.dump))) \(result.dump)",
      [principle.standard.dump, list(header.map(\.dump))] + exceptions)
  }
}
