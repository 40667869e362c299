import AWSECS
import Model

/// What time it is in AWS: ours, unless what a service shows of its past says that the two have nothing to do with one
/// another, as an AWS on this machine whose time runs faster.
enum AWSTime {
    /// ECS says that a service is steady every six hours: nothing of a living one is a week old.
    private static let horizon = 7 * 86_400
    private static let tolerance = 300

    /// Seconds since 1970; `detail` is what DescribeServices gave, `wall` our time.
    static func now(_ detail: Value, wall: Int) -> Int {
        let service = ECS.Service(detail)
        let times = (service.events ?? []).compactMap(\.createdAt) + (service.deployments ?? []).compactMap(\.updatedAt)
        guard let newest = times.filter(\.isFinite).max().map({ Int($0) }) else { return wall }
        return (wall - horizon...wall + tolerance).contains(newest) ? wall : newest
    }
}
