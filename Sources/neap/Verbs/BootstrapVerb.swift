import ArgumentParser
import Bootstrap
import FoundationEssentials
import Importing
import Kinds
import Manifest
import Reconciler

/// `neap bootstrap`: what Neap needs in an account, and Neap's own service.
struct BootstrapVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bootstrap",
        abstract: "Print the roles, policies, table, queue and rules that Neap needs, or write them with its service.",
        discussion: """
            Asks AWS nothing. Prints a CloudFormation template for the environments of the repository at PATH. With \
            --out it writes the template to .neap/bootstrap.yaml and, with --image, --repo and --cluster, Neap's own \
            service: charts/neap and a release of it. With --read-only the template makes the role that plans in \
            pipelines, which can write nothing.
            """)

    @Argument(help: "The repository's folder.", completion: .directory)
    var path: String = "."

    @Option(name: [.long, .customShort("e")], help: "An environment that Neap writes for; all of them otherwise.")
    var environment: [String] = []

    @Flag(help: "The role that plans for merge requests, and nothing else.")
    var readOnly = false

    @OptionGroup(title: "What the roles may do") var access: BootstrapAccess

    @OptionGroup(title: "Neap's own service") var service: BootstrapService

    @Option(help: "Write files into this folder instead of printing the template.", completion: .directory)
    var out: String?

    func validate() throws {
        if readOnly, access.trust.isEmpty {
            throw ValidationError(
                "--read-only needs --trust: who takes the role, an ARN or "
                    + "token.actions.githubusercontent.com=repo:acme/infra:pull_request")
        }
        if !readOnly, !access.trust.isEmpty { throw ValidationError("--trust goes with --read-only") }
        if out == nil, service.isNamed { throw ValidationError("Neap's own service is written with --out DIR") }
    }

    func run() async throws {
        try await reporting {
            if readOnly {
                let template = PlanTemplate(
                    name: access.name, trusted: access.trust, parameters: access.parameter)
                return try put([".neap/plan-role.yaml": template.text], template.text)
            }
            let list = try ManifestReader(kinds: allKinds.map { $0.manifest }).environments(in: FolderSource(path))
            let chosen = try (environment.isEmpty ? list.names : environment).map { try list.environment(named: $0) }
            if chosen.isEmpty { _ = try list.environment(named: nil) }
            let settings = access.settings(chosen, secrets: service.secret)
            let template = ControllerTemplate(settings).text
            var files = [".neap/bootstrap.yaml": template]
            if service.isNamed { try add(to: &files, settings, chosen) }
            return try put(files, template)
        }
    }

    private func add(
        to files: inout [String: String], _ settings: BootstrapSettings, _ environments: [Manifest.Environment]
    ) throws {
        let home = try service.home(of: environments)
        let manifests = ControllerManifests(settings, try service.described(home, environments))
        files.merge(manifests.chart) { $1 }
        let folder = home.paths.first ?? "."
        let release = (folder == "." ? "" : folder + "/") + "\(settings.name).yaml"
        if let out, FileManager.default.fileExists(atPath: "\(out)/\(release)") {
            return Terminal.error("note: \(release) is there and stays as it is")
        }
        files[release] = manifests.release(in: folder)
    }

    private func put(_ files: [String: String], _ template: String) throws -> ExitStatus {
        guard let out else {
            Terminal.out(template)
            return .done
        }
        try FolderWriter(out, overwrites: true).write(files) { _ in }
        for path in files.keys.sorted() { Terminal.out("\(path)\n") }
        let first = readOnly ? ".neap/plan-role.yaml" : ".neap/bootstrap.yaml"
        Terminal.error(
            "next: aws cloudformation deploy --stack-name \(access.name)\(readOnly ? "-plan" : "") --template-file "
                + "\(out)/\(first) --capabilities CAPABILITY_NAMED_IAM"
                + (service.isNamed ? ", then commit and `neap apply \(out)` once" : ""))
        return .done
    }
}
