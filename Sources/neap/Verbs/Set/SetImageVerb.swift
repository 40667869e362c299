import ArgumentParser
import FoundationEssentials
import Importing
import Manifest
import Model

/// `neap set image`: a container's image, in the file that says it.
struct SetImageVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image", abstract: "Set images of a service's containers in the file that says them.",
        discussion: """
            For example: neap set image Service/api api=123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.8.0

            Finds the image in the service's own manifest, in the TaskDefinition that it names, or in that one's JSON file, \
            and rewrites nothing else. Where a chart makes the container, the value that is the image, or its tag, is set where \
            the repository sets it, or in the Release. What can not be edited alone (an anchor, a text over several lines) is refused.
            """)

    @Argument(help: "Service/NAME or TaskDefinition/NAME.")
    var target: String

    @Argument(help: "CONTAINER=IMAGE, as many as there are; IMAGE alone where there is one container.")
    var images: [String]

    @Option(help: "The work tree.", completion: .directory)
    var path: String = "."

    @Option(name: [.long, .customShort("e")], help: "The environment, where the repository has several.")
    var environment: String?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    func run() async throws {
        try await reporting {
            guard let id = ResourceID(parsing: target), !id.name.isEmpty else {
                throw ValidationError("\(target) is no Kind/name, such as Service/api")
            }
            let assignments = try images.map { text in
                guard let assignment = ImageAssignment(parsing: text) else {
                    throw ValidationError("\(text) is no CONTAINER=IMAGE, such as api=repository:1.8.0")
                }
                return assignment
            }
            let edit = try ImageEdit(FolderSource(path), environment: environment, target: id, assignments)
            if !dryRun {
                for (file, bytes) in edit.files.sorted(by: { $0.key < $1.key }) {
                    try Data(bytes).write(to: URL(filePath: "\(path)/\(file)"), options: .atomic)
                }
            }
            for change in edit.changes {
                let value = change.value.map { "\($0): " } ?? ""
                let old = change.old.isEmpty ? "(not set)" : change.old
                Terminal.out("\(change.place.lineDescription): \(change.container): \(value)\(old) -> \(change.new)\n")
                let others = change.others.map(\.description).joined(separator: ", ")
                if !others.isEmpty { Terminal.error("the value changes these too: \(others)") }
            }
            if edit.changes.isEmpty { Terminal.error("nothing to do: \(id) says so already") }
            return .done
        }
    }
}
