import ArgumentParser
import Kinds
import Manifest
import Model

/// `neap explain Kind[.field]`: what the tables know of a field.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a kind or a field: its type, default, and what changing it costs.",
        discussion: "For example: neap explain Service.deploymentConfiguration.minimumHealthyPercent")

    @Argument(
        help: "Kind, or Kind.field.field.",
        completion: .list(allKinds.map { $0.schema.kind }))
    var name: String

    func run() throws {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let known = allKinds.map { $0.manifest }
        guard let kind = known.first(where: { $0.schema.kind == parts.first }) else {
            let names = known.map(\.schema.kind).sorted().joined(separator: ", ")
            throw ValidationError("no kind is named \(parts.first ?? ""); there are: \(names)")
        }
        do {
            Terminal.out(try Explanation(kind, field: parts.count > 1 ? parts[1] : "").description + "\n")
        } catch {
            throw ValidationError("\(error)")
        }
    }
}
