import AWSECS
public import Model

/// What time it is in AWS: ours, unless what services show of their past says that the two have nothing to do with one
/// another, as an AWS on this machine whose time runs faster.
public enum AWSTime {
    /// ECS says that a service is steady every six hours: nothing of a living one is a week old.
    private static let horizon = 7 * 86_400
    private static let tolerance = 300

    /// Seconds since 1970; `details` are what DescribeServices gave, `wall` is our time.
    public static func now(_ details: [Value], wall: Int) -> Int {
        guard let newest = details.compactMap(newest).max() else { return wall }
        return (wall - horizon...wall + tolerance).contains(newest) ? wall : newest
    }

    private static func newest(_ detail: Value) -> Int? {
        let service = ECS.Service(detail)
        let times = (service.events ?? []).compactMap(\.createdAt) + (service.deployments ?? []).compactMap(\.updatedAt)
        return times.filter(\.isFinite).max().map { Int($0) }
    }
}
