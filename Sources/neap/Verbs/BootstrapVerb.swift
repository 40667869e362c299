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
        abstract: "Print, write or commit the roles, policies, table, queue and rules that Neap needs.",
        discussion: """
            Asks AWS nothing. Prints a CloudFormation template for the environments of the repository at PATH. With \
            --out it writes the template to .neap/bootstrap.yaml and, with --image, --repo and --cluster, Neap's own \
            service: charts/neap and a release of it. With --commit the same becomes a commit on a new branch, to be \
            reviewed and merged; the work tree stays as it is. With --read-only the template makes the role that plans \
            in pipelines, which can write nothing; with --trust alone it makes the role in another account that \
            environments name as assumeRoleArn, for the controller to take.
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

    @Option(help: "Commit the files, onto HEAD, to this new branch of the repository at PATH.")
    var commit: String?

    func validate() throws {
        if readOnly, access.trust.isEmpty {
            throw ValidationError(
                "--read-only needs --trust: who takes the role, an ARN or "
                    + "token.actions.githubusercontent.com=repo:acme/infra:pull_request")
        }
        if !readOnly { try access.checkTarget(besides: service.isNamed) }
        if out != nil, commit != nil { throw ValidationError("--out and --commit do not go together") }
        if out == nil, commit == nil, service.isNamed {
            throw ValidationError("Neap's own service is written with --out DIR, or committed with --commit BRANCH")
        }
    }

    func run() async throws {
        try await reporting {
            let chosen = try environments()
            if readOnly {
                // A plan of such an environment takes its role, and a role has one set of permissions.
                for role in BootstrapAccess.roles(of: chosen) {
                    Terminal.error("note: \(access.name)-plan may do what \(role) may, once that role trusts it")
                }
                return try put(.plan(access, chosen))
            }
            if !access.trust.isEmpty { return try put(.target(access, chosen)) }
            let settings = access.settings(chosen, secrets: service.secret)
            var files = BootstrapFiles.controller(settings)
            if service.isNamed { files.others = try own(settings, chosen) }
            return try put(files)
        }
    }

    /// Those that are named, all of them otherwise; a role that plans needs none.
    private func environments() throws -> [Manifest.Environment] {
        let list = try ManifestReader(kinds: allKinds.map { $0.manifest }).environments(in: FolderSource(path))
        let chosen = try (environment.isEmpty ? list.names : environment).map { try list.environment(named: $0) }
        if chosen.isEmpty, !readOnly { _ = try list.environment(named: nil) }
        return chosen
    }

    /// Neap's own service.
    private func own(
        _ settings: BootstrapSettings, _ environments: [Manifest.Environment]
    ) throws -> [String: String] {
        let home = try service.home(of: environments)
        let manifests = ControllerManifests(settings, try service.described(home, environments))
        let folder = home.paths.first ?? "."
        // At the top, neap.yaml is the environment's own file.
        let release = folder == "." ? "\(settings.name)-controller.yaml" : "\(folder)/\(settings.name).yaml"
        if try isThere(release) {
            Terminal.error("note: \(release) is there and stays as it is; delete it to have it written anew")
            return manifests.chart
        }
        let files = manifests.chart.merging([release: manifests.release(in: folder)]) { $1 }
        try LaidOver(FolderSource(path), files).checkValid(in: home.name)
        return files
    }

    /// A release that somebody has changed since is theirs.
    private func isThere(_ release: String) throws -> Bool {
        if let out { return FileManager.default.fileExists(atPath: "\(out)/\(release)") }
        return try commit.map { try BranchCommit(path, branch: $0).holds(release) } ?? false
    }

    private func put(_ files: BootstrapFiles) throws -> ExitStatus {
        if let commit {
            let made = try BranchCommit(path, branch: commit).make(files.all, subject: "Bootstrap \(access.name)")
            tell(files, first: "merge \(commit) (\(made)), then ", folder: nil)
        } else if let out {
            try FolderWriter(out, overwrites: true).write(files.all) { _ in }
            tell(files, first: "", folder: out)
        } else {
            Terminal.out(files.template)
        }
        return .done
    }

    /// The files' paths, and what is left to do: `folder` is where they were written, nil for a branch.
    private func tell(_ files: BootstrapFiles, first: String, folder: String?) {
        for path in files.all.keys.sorted() { Terminal.out("\(path)\n") }
        let apply = (folder == nil ? ", then" : ", then commit and") + " `neap apply \(folder ?? ".")` once"
        Terminal.error("next: " + first + files.deployment(from: folder) + (service.isNamed ? apply : ""))
    }
}
