import AWSWire
import Foundation
import Kinds
import Manifest
import Model
import Testing

/// The recorded cases beside this file, and the repository that all of them are about.
enum Corpus {
    /// One file.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let rule: String
        let expected: [String]
        /// AWS's replies, members in lower camel case, times in seconds.
        let replies: Value
        var testDescription: String { name }
    }

    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "Corpus")

    /// Every case, by name.
    static let cases: [Case] = read()

    /// A rollout in which nothing is wrong.
    static let healthy: Value = replies(file("Base/aws.yaml"))

    /// What Git says.
    static let resources: [ResourceID: Resource] = {
        let reader = ManifestReader(kinds: allKinds.map { $0.manifest })
        let desired = try? reader.read(FolderSource(folder.appending(path: "Base").path))
        return desired?.hasErrors == false ? desired?.resources ?? [:] : [:]
    }()

    private static func read() -> [Case] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
            let value = file(name)
            var all = healthy
            for (member, reply) in replies(value).object ?? [:] where member != "rule" && member != "expect" {
                let isService = member == "service"
                let merged = (all["service"]?.object ?? [:]).merging(reply.object ?? [:]) { $1 }
                all[member] = isService ? .object(merged) : reply
            }
            let lines = ["cause", "evidence", "fix", "declared"].map { value["expect"]?[$0]?.string ?? "" }
            return Case(
                name: String(name.dropLast(5)), rule: value["rule"]?.string ?? "", expected: lines, replies: all)
        }
    }

    private static func file(_ name: String) -> Value {
        let bytes = FileManager.default.contents(atPath: folder.appending(path: name).path) ?? Data()
        return DecodedFile.decode(Array(bytes), file: name).documents.first?.value ?? .null
    }

    /// As the client reads what AWS's tools print.
    private static func replies(_ value: Value) -> Value {
        switch value.content {
        case .list(let items): return .list(items.map(replies))
        case .object(let members):
            let pairs = members.map { name, value in
                let isTime = name.hasSuffix("At") || name.hasSuffix("Time")
                let seconds = isTime ? value.string.flatMap(Timestamps.seconds) : nil
                return (name.lowerCamel, seconds.map { Value(.number($0)) } ?? replies(value))
            }
            return .object(Dictionary(pairs) { first, _ in first })
        default: return value
        }
    }
}
