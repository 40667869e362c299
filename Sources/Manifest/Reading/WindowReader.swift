import Model

/// An entry of `policy.windows`: `{allow: "0 2 * * MON-FRI", duration: 2h, timeZone: Europe/Berlin}`.
enum WindowReader {
    private static let example = "such as {allow: \"0 2 * * MON-FRI\", duration: 2h, timeZone: Europe/Berlin}"

    /// The window; nil, with what is wrong reported, when it is none.
    static func read(_ fields: inout FieldReader) -> Window? {
        let allow = fields.holds("allow") ? cron("allow", &fields) : nil
        let isBoth = allow != nil && fields.holds("deny")
        let deny = fields.holds("deny") ? cron("deny", &fields) : nil
        let hasDuration = fields.holds("duration")
        let duration = fields.duration("duration", in: 60...2_678_400)
        let zone = zone(&fields)
        if isBoth { fields.report("allow and deny stand in one window", hint: "make it two", nil) }
        guard let opens = allow ?? deny else {
            if fields.found.isEmpty { fields.report("a window needs allow or deny", hint: example, nil) }
            return nil
        }
        guard let duration else {
            if !hasDuration { fields.report("a window needs a duration", hint: example, nil) }
            return nil
        }
        return Window(allow == nil ? .deny : .allow, opens, for: duration, in: zone)
    }

    private static func cron(_ name: String, _ fields: inout FieldReader) -> CronSchedule? {
        guard let value = fields.take(name), let text = fields.text(value, name) else { return nil }
        let schedule = CronSchedule(text)
        if schedule == nil {
            let hint = "minute, hour, day of month, month, day of week: 0 2 * * MON-FRI"
            fields.report("\(text) is no cron schedule", hint: hint, value.place, name)
        } else if schedule?.comesAtAll == false {
            fields.report("\(text) never comes", hint: "its months have no such day", value.place, name)
        }
        return schedule
    }

    private static func zone(_ fields: inout FieldReader) -> String {
        guard let value = fields.take("timeZone"), let text = fields.text(value, "timeZone") else { return "UTC" }
        let usual = "such as Europe/Berlin or UTC"
        if text.wholeMatch(of: /[A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2}/) == nil {
            fields.report("\(text) is no time zone", hint: usual, value.place, "timeZone")
        } else if !TimeZoneTable.names.contains(text) {
            let near = Nearest.hint(for: text, among: TimeZoneTable.names)
            fields.report("no clocks are known for \(text)", hint: near ?? usual, value.place, "timeZone")
        }
        return text
    }
}
