import Manifest
import Model

/// An ecspresso configuration with the two files that it names.
///
/// Nothing is evaluated: templates stay as they are written and are listed, and plugins do not run.
public struct EcspressoProject: Sendable {
    /// What was found, as AWS would show it.
    public let replies: RecordedReplies
    /// The region that the configuration names; nil when it names none.
    public let region: String?
    /// The cluster's name.
    public let cluster: String
    /// What could not be carried over, each a line.
    public let notes: [String]

    /// The project whose configuration has these `bytes`; `read` gives the files beside it by their names.
    ///
    /// Throws `ImportError.unreadable`, and what `read` throws.
    public init(_ bytes: [UInt8], file: String, read: (String) throws -> [UInt8]) throws {
        let settings = try Self.settings(bytes, file)
        var notes: [String] = []
        for (key, value) in settings.sorted(by: { $0.key < $1.key }) where Template.holds(value) {
            throw ImportError.unreadable(file, "\(key) is made of the template \(value): write its value")
        }
        region = settings["region"]
        cluster = settings["cluster"] ?? "default"
        var replies = RecordedReplies()
        let definition = try Self.json(settings["task_definition"], "task_definition", file, read)
        let content = definition.value["taskDefinition"] ?? definition.value
        guard let family = content["family"]?.string else {
            throw ImportError.unreadable(definition.file, "names no family")
        }
        replies.add(definition: content, tags: content["tags"])
        notes += Template.notes(in: content, definition.file)
        if settings["service"] != nil || settings["service_definition"] != nil {
            let service = try Self.json(settings["service_definition"], "service_definition", file, read)
            notes += Template.notes(in: service.value, service.file)
            guard let name = settings["service"] ?? service.value["serviceName"]?.string else {
                throw ImportError.unreadable(file, "names no service")
            }
            let arn = "arn:aws:ecs:\(settings["region"] ?? "")::cluster/\(Discovery.lastPart(cluster))"
            replies.add(service: Self.reply(service.value, name, arn, family))
        }
        self.replies = replies
        self.notes = notes
    }

    /// The service as DescribeServices would give it.
    private static func reply(_ service: Value, _ name: String, _ cluster: String, _ family: String) -> Value {
        var copy = service
        copy["serviceName"] = .string(name)
        copy["clusterArn"] = .string(cluster)
        copy["status"] = "ACTIVE"
        copy["taskDefinition"] = .string("arn:aws:ecs:::task-definition/\(family):1")
        // ECS shows these with the deployment that they belong to.
        var deployment: Value = ["status": "PRIMARY", "id": "ecs-svc/1"]
        for member in ["serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations"] {
            deployment[member] = service[member]
        }
        copy["deployments"] = [deployment]
        return copy
    }

    private static func json(
        _ name: String?, _ key: String, _ file: String, _ read: (String) throws -> [UInt8]
    ) throws -> (file: String, value: Value) {
        guard let name else { throw ImportError.unreadable(file, "names no \(key)") }
        if name.hasSuffix(".jsonnet") || name.hasSuffix(".libsonnet") {
            throw ImportError.unreadable(
                name, "is Jsonnet, which is not evaluated here: `ecspresso render` prints it as JSON; name that file")
        }
        do {
            return (name, try AWSFile.json(try read(name), file: name))
        } catch let error as ImportError {
            guard case .unreadable(_, let why) = error else { throw error }
            throw ImportError.unreadable(
                name,
                "\(why) (a template that is no text keeps it from being JSON; `ecspresso render` prints it as JSON)")
        }
    }

    /// The top level's scalars.
    private static func settings(_ bytes: [UInt8], _ file: String) throws(ImportError) -> [String: String] {
        let decoded = DecodedFile.decode(bytes, file: file)
        if let failure = decoded.failure {
            throw .unreadable(file, "\(failure.message) (templates are not evaluated: write their values)")
        }
        return (decoded.documents.first?.value.object ?? [:]).compactMapValues(\.scalarText)
    }

    /// Go templates inside texts.
    private enum Template {
        static func holds(_ text: String) -> Bool { text.contains("{{") }

        static func notes(in value: Value, _ file: String, at path: FieldPath = FieldPath()) -> [String] {
            switch value.content {
            case .string(let text):
                return holds(text) ? ["\(file): \(path): \(text) is not evaluated: write its value"] : []
            case .list(let items):
                return items.enumerated().flatMap { notes(in: $1, file, at: path.appending(String($0))) }
            case .object: return value.sortedMembers.flatMap { notes(in: $0.value, file, at: path.appending($0.name)) }
            default: return []
            }
        }
    }
}
