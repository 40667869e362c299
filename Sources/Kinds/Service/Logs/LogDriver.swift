import Model

/// Where a container's log goes, as its task definition says.
struct LogDriver {
    let container: String
    /// `awslogs`, `awsfirelens`, `json-file`, …; nil when nothing is said, which is the instance's own default.
    let name: String?
    private let options: [String: Value]

    /// The containers of a task definition (DescribeTaskDefinition's `taskDefinition`), in its order.
    static func all(in definition: Value) -> [LogDriver] {
        (definition["containerDefinitions"]?.list ?? []).compactMap { container in
            container["name"]?.string.map { LogDriver($0, container["logConfiguration"]) }
        }
    }

    private init(_ container: String, _ configuration: Value?) {
        self.container = container
        name = configuration?["logDriver"]?.string
        options = configuration?["options"]?.object ?? [:]
    }

    /// True for CloudWatch Logs.
    var isReadable: Bool { name == "awslogs" }

    /// Where to look instead. Options that may hold a token are not shown.
    var text: String {
        switch name {
        case nil:
            "has no logConfiguration: its lines stay on the instance (docker logs); state awslogs to read them here"
        case "none": "logs nowhere: its driver is none"
        case "awsfirelens":
            "logs by awsfirelens: its lines go to the log router of the task" + destination(["Name", "Host"])
        case "json-file", "local", "journald": "logs by \(name ?? ""): its lines stay on the instance (docker logs)"
        case let driver?:
            "logs by \(driver), not to CloudWatch Logs" + destination(["\(driver)-address", "\(driver)-url"])
        }
    }

    private func destination(_ names: [String]) -> String {
        let found = names.compactMap { options[$0]?.string }
        return found.isEmpty ? "" : " (\(found.joined(separator: ", ")))"
    }
}
