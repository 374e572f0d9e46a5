extension DeadlineSyntax {
  var dump: String {
    switch self {
    case .openEnded: "open-ended"
    case .month(let year, let month, let part):
      node("deadline", year?.digits, month.digits, ":\(part)")
    case .day(let year, let month, let day):
      node("deadline", year?.digits, month.digits, day.digits)
    case .year(let year): node("year-end", year?.digits)
    case .everyMonth(let day): node("every-month", day.digits)
    case .everyMonthEnd: "every-month-end"
    case .everyQuarterEnd: "every-quarter-end"
    case .afterEvent(let event, let time): node("after", ":\(event)", time.dump)
    case .before(let date): node("latest", date.dump)
    case .after(let date, let time): node("after", date.dump, time.dump)
    case .wholeMonth(let year, let month): node("month", year?.digits, month.digits)
    }
  }
}

extension TasksItem {
  var dump: String {
    let period = period.map { node("period", $0.from.dump, $0.to.dump) + " " } ?? ""
    return lines(
      "tasks \(name.dump) \(period)\(list(header.map(\.dump)))", rows.map(\.dump))
  }
}

extension TasksItem.Row {
  fileprivate var dump: String {
    list([
      task.map { quoted($0.text) } ?? "_", content.map { quoted($0.text) } ?? "-",
      duty.map { list($0.map(\.dump)) } ?? "_", deadline?.dump ?? "_",
    ])
  }
}
