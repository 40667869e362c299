/// How far a zone's clocks are ahead of UTC, and when they change (the IANA rules in force since 2007).
///
/// Zones with rules of their own (Morocco, Chile, Iran, …) are not known: an action in them is refused.
public struct TimeZoneRule: Sendable, Hashable {
    private enum Summer: Sendable, Hashable { case none, europe, america, australia }

    /// Minutes ahead of UTC in winter.
    private let standard: Int
    private let summer: Summer

    /// The zone of this IANA name; nil for one that the simulation does not know. UTC by any of its names.
    public init?(_ name: String) {
        guard let zone = Self.zones[name] else { return nil }
        self = zone
    }

    private init(_ standard: Int, _ summer: Summer) {
        self.standard = standard
        self.summer = summer
    }

    /// Minutes ahead of UTC at `instant`.
    public func offset(at instant: Instant) -> Int {
        let year = CivilTime(instant, offset: standard).year
        switch summer {
        case .none: return standard
        case .europe:
            // Everywhere at 01:00 UTC: the last Sundays of March and October.
            let (from, to) = (sunday(-1, 3, year, hour: 1), sunday(-1, 10, year, hour: 1))
            return from.instant() <= instant && instant < to.instant() ? standard + 60 : standard
        case .america:
            // At 02:00 on the wall: the second Sunday of March and the first of November.
            let (from, to) = (sunday(2, 3, year, hour: 2), sunday(1, 11, year, hour: 1))
            return between(from, to, instant) ? standard + 60 : standard
        case .australia:
            // Summer goes over the turn of the year: from the first Sunday of October to the first of April.
            let (to, from) = (sunday(1, 4, year, hour: 2), sunday(1, 10, year, hour: 2))
            return between(to, from, instant) ? standard : standard + 60
        }
    }

    /// When clocks show `time`; nil in the hour that is left out, the first of the two in the hour that comes twice.
    public func instant(of time: CivilTime) -> Instant? {
        let candidates = [standard + 60, standard].map { time.instant(offset: $0) }
        return candidates.first { CivilTime($0, offset: offset(at: $0)) == time }
    }

    private func between(_ from: CivilTime, _ to: CivilTime, _ instant: Instant) -> Bool {
        from.instant(offset: standard) <= instant && instant < to.instant(offset: standard)
    }

    /// The `count`th Sunday of a month, -1 for the last, at a full hour.
    private func sunday(_ count: Int, _ month: Int, _ year: Int, hour: Int) -> CivilTime {
        let first = CivilTime(year: year, month: month, day: 1)
        var day = 1 + (8 - first.weekday) % 7 + 7 * (max(1, count) - 1)
        if count < 0 { while day + 7 <= first.daysInMonth { day += 7 } }
        return CivilTime(year: year, month: month, day: day, hour: hour)
    }

    private static let zones: [String: TimeZoneRule] = {
        var zones: [String: TimeZoneRule] = [:]
        for (minutes, summer, names) in table {
            for name in names.split(separator: " ") { zones[String(name)] = TimeZoneRule(minutes, summer) }
        }
        return zones
    }()

    private static let table: [(Int, Summer, String)] = [
        (
            0, .none,
            "UTC Etc/UTC Etc/GMT GMT Zulu UCT Etc/UCT Africa/Abidjan Africa/Accra Africa/Dakar Atlantic/Reykjavik"
        ),
        (0, .europe, "Europe/London Europe/Dublin Europe/Lisbon Europe/Belfast Europe/Jersey Europe/Guernsey"),
        (0, .europe, "Europe/Isle_of_Man Atlantic/Canary Atlantic/Madeira Atlantic/Faroe WET GB Eire Portugal"),
        (60, .europe, "Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Brussels"),
        (60, .europe, "Europe/Vienna Europe/Zurich Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Warsaw"),
        (60, .europe, "Europe/Prague Europe/Budapest Europe/Belgrade Europe/Zagreb Europe/Ljubljana CET MET"),
        (60, .europe, "Europe/Bratislava Europe/Luxembourg Europe/Malta Europe/Monaco Europe/Andorra Europe/Vaduz"),
        (60, .europe, "Europe/San_Marino Europe/Vatican Europe/Tirane Europe/Skopje Europe/Sarajevo Europe/Podgorica"),
        (60, .europe, "Europe/Gibraltar Africa/Ceuta Europe/Busingen Arctic/Longyearbyen"),
        (120, .europe, "Europe/Athens Europe/Helsinki Europe/Bucharest Europe/Sofia Europe/Riga Europe/Tallinn EET"),
        (120, .europe, "Europe/Vilnius Europe/Kyiv Europe/Kiev Europe/Mariehamn Asia/Nicosia Europe/Nicosia"),
        (180, .none, "Europe/Istanbul Asia/Istanbul Turkey Europe/Moscow Europe/Minsk Africa/Nairobi Asia/Riyadh"),
        (180, .none, "Asia/Baghdad Asia/Kuwait Asia/Qatar Asia/Bahrain Africa/Addis_Ababa"),
        (60, .none, "Africa/Lagos Africa/Algiers Africa/Tunis Africa/Kinshasa"),
        (120, .none, "Africa/Johannesburg Africa/Maputo Africa/Harare Africa/Tripoli Europe/Kaliningrad"),
        (240, .none, "Asia/Dubai Asia/Baku Asia/Tbilisi Asia/Yerevan Indian/Mauritius"),
        (300, .none, "Asia/Karachi Asia/Tashkent Asia/Almaty"), (330, .none, "Asia/Kolkata Asia/Calcutta Asia/Colombo"),
        (345, .none, "Asia/Kathmandu"), (360, .none, "Asia/Dhaka"),
        (420, .none, "Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh Asia/Saigon"),
        (480, .none, "Asia/Singapore Asia/Hong_Kong Asia/Shanghai Asia/Taipei Asia/Manila Asia/Kuala_Lumpur PRC"),
        (480, .none, "Australia/Perth Singapore Hongkong"), (540, .none, "Asia/Tokyo Asia/Seoul Japan ROK"),
        (600, .none, "Australia/Brisbane"), (570, .none, "Australia/Darwin"), (570, .australia, "Australia/Adelaide"),
        (600, .australia, "Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Canberra"),
        (-210, .america, "America/St_Johns"), (-240, .america, "America/Halifax Canada/Atlantic Atlantic/Bermuda"),
        (-300, .america, "America/New_York America/Detroit America/Toronto US/Eastern EST5EDT Canada/Eastern"),
        (-300, .america, "America/Indiana/Indianapolis America/Kentucky/Louisville US/Michigan"),
        (-360, .america, "America/Chicago America/Winnipeg US/Central CST6CDT Canada/Central America/Menominee"),
        (-420, .america, "America/Denver America/Edmonton America/Boise US/Mountain MST7MDT Canada/Mountain"),
        (-480, .america, "America/Los_Angeles America/Vancouver America/Tijuana US/Pacific PST8PDT Canada/Pacific"),
        (-540, .america, "America/Anchorage America/Juneau US/Alaska"),
        (-420, .none, "America/Phoenix US/Arizona"), (-600, .none, "Pacific/Honolulu US/Hawaii HST"),
        (-180, .none, "America/Sao_Paulo America/Argentina/Buenos_Aires America/Buenos_Aires America/Montevideo"),
        (-300, .none, "America/Bogota America/Lima America/Panama America/Jamaica EST"),
        (-360, .none, "America/Mexico_City America/Costa_Rica America/Guatemala America/Regina"),
        (-240, .none, "America/Puerto_Rico America/Caracas America/La_Paz"),
    ]
}
