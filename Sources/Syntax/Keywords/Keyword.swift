/// A keyword, whatever its spelling. The spellings are in `KeywordTable.swift`, and only there.
package enum Keyword: UInt16, Hashable, Sendable, CaseIterable {
  // Items
  case use, department, enumeration, record, registry, function, table, plan, test, show
  case calendar
  // Inside items
  case title, ordered, key, missing, column
  case unique, first, collect
  case period, to, lead, participants, over, frequency, sample, by, each, spread
  case overall, include, exclude, counted, allowZero, coordination, inspectors
  case except, asAt
  case partOf, level, national, provincial, municipal, county, township
  case drawLevel, inspectionLevel, listing, publicList, secretList
  case sampleAs, sampleAlong, thenSample, stageLabel
  case atLeast, atMost, fewerThan, otherwise
  case perInspector, covering, again, prefer, rising, layerLabel
  case capacity, statutoryDays, otherEnforcement, nonEnforcement, supervision, perObject, share
  case assert, given, from
  case basedOn, assume, daysOff, daysWorked
  // Plans based on others
  case changes, standFor
  // What a plan leaves open
  case parameter, require, undecided
  // Expressions
  case `let`, `if`, then, `else`, match, and, or, not, `true`, `false`, none, `in`, it
  // Queries (`first`, `by` and `all` are above or below)
  case `where`, count, sum, minimum, maximum, average, groupBy, sortBy, descending, distinct
  case any, all, when
  // Units: counting
  case objects, firms, units, sites, times, cases, persons, items
  // Units: durations
  case months, naturalDays, workingDays, hours, bareDays
  // Units: what a frequency counts by
  case year, quarter, month
  // Types
  case boolType, intType, decimalType, percentType, textType, dateType
  case listType, setType, uniformCodeType
  case divisionCodeType, matterCodeType
  // Builtin functions and their argument names
  case drawFunction, dateLabel, seedLabel
  case asOf
  case yearOf, monthOf, dayOf, daysBetween, addDays, addMonths
  case roundUp, roundDown, roundHalfUp, absolute, length, contains, startsWith, endsWith
  case parentDivision, withinDivision
  // Principles
  case principle, exception
  // Structure of a plan: laws
  case law, basis, article, documentNumber, effective, lapses, replaces
  case addWorkingDays, workingDaysBetween, isWorkingDay, calendarLabel
  // Structure of a plan: follow-up, publication, sources
  case findings, situation, measure, responsible, deadline, publish, exceptFor, keep
  case source, reason, complete
  // Structure of a plan: matters, checklists, roles
  case matter, matters, body, code, category, generalMatter, keyMatter, methods
  case onSite, onPaper, online, testing, commissioned, offSite
  case checklist, qualifications, staff, equipment, premises, rules, products, inapplicable
  case responsibleBy, result, conformity, score, inspect, duty, agreed, dueItems
  // Times and tasks
  case years, deadlineType, due, fromLabel
  case monthEnd, earlyMonth, midMonth, lateMonth, monthStart, yearEnd, latest, afterward
  case longTerm, halfYear, afterCompletion, afterDraw, monthlyEnd, quarterlyEnd
  case drawWindow, completeBy, tasks, planTasks, issued, afterTerm, immediately
  // Across plans
  case visitCap, joint, exclusive, eachLevel, unlimited, coverage
  // Members of a group and of a sample
  case keyMember, valueMember
  // Rounds of a plan
  case rounds, monthly, quarterly, halfYearly, yearly, roundUnit, yearTotal
  // Earlier draws
  case withoutRepeats, afterDrawn, byPlans, rotate, cap, since, drawnRows
}
