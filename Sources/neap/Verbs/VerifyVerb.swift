import ArgumentParser
import Kinds
import Manifest
import Model
import Reconciler

/// `neap verify`: what manifests name and do not make, asked for in AWS.
struct VerifyVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Ask AWS whether what manifests name is there: roles, images, secrets, subnets, …",
        discussion: """
            Changes nothing. Asks for roles and instance profiles, images in ECR, secrets, parameters, certificates, subnets, \
            security groups and VPCs, what is looked up by tags, and (--permissions) whether the credentials may make what \
            the manifests say. Exit code 1 when something is missing; with --strict also when AWS does not tell.
            """)

    /// How the answers are shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @OptionGroup var source: SourceOptions

    @Flag(help: "Include uncommitted changes of PATH.")
    var dirty = false

    @Flag(help: "Ask IAM whether the credentials may do what it takes to make everything.")
    var permissions = false

    @Flag(help: "Fail also on what could not be found out.")
    var strict = false

    @Option(name: .shortAndLong, help: "table or json.")
    var output: Format = .table

    func validate() throws {
        if dirty, source.repo != nil {
            throw ValidationError("--dirty is about PATH; --repo has no uncommitted changes")
        }
    }

    func run() async throws {
        try await reporting {
            let access = try source.access(includingUncommitted: dirty, writes: false)
            let reconciler = EnvironmentReconciler.forLooking(at: access, environment: source.environment)
            let prepared = try await reconciler.prepareToLook()
            let desired = prepared.target.desired
            for diagnostic in desired.diagnostics { Terminal.error(diagnostic.description) }
            let check = OutsideCheck(
                aws: prepared.connection.aws, region: prepared.connection.region,
                accountID: prepared.connection.accountID, environment: prepared.target.environment.name)
            let answers = await check.answers(
                desired.resources, lookups: desired.lookups, withPermissions: permissions)
            let report = OutsideReport(answers, environment: prepared.target.environment.name)
            Terminal.out(output == .json ? report.json : report.table)
            let fails = report.missing > 0 || (strict && report.unknown > 0) || desired.hasErrors
            return fails ? .error : .done
        }
    }
}
