/// The time zones whose clocks Neap knows by itself, wherever it runs.
///
/// Zones with rules of their own (Morocco, Chile, Iran, …) are not among them.
public enum TimeZoneTable {
    /// Whose rules the clocks are changed by in summer.
    public enum Summer: Sendable, Hashable { case none, europe, america, australia }

    /// The IANA names of all, UTC by any of its names.
    public static let names = Set(rows.flatMap { $0.2.split(separator: " ").map(String.init) })

    /// Minutes ahead of UTC in winter, summer time, and the names of the zones that have both.
    public static let rows: [(Int, Summer, String)] = [
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
