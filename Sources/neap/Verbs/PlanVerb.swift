import AWSClient
import ArgumentParser
import FoundationEssentials
import Kinds
import Planning
import Reconciler

/// `neap plan`: the pass stopped before the first write.
struct PlanVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what would change in AWS, and what that would cost.",
        discussion: "Writes nothing, neither to AWS nor to Git.")

    /// How the plan is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, markdown, svg }

    @OptionGroup var source: SourceOptions

    @OptionGroup var verification: VerificationOptions

    @Flag(help: "Include uncommitted changes of PATH.")
    var dirty = false

    @Flag(name: [.long, .customLong("exit-code")], help: "Exit with 2 when there are changes.")
    var detailedExitcode = false

    @Option(name: .shortAndLong, help: "table, json, markdown, or svg: the forecast as a picture.")
    var output: Format = .table

    @Flag(inversion: .prefixedNo, help: "Simulate what rolls: how long, how few healthy, how many instances more.")
    var forecast = true

    @Option(help: "With -o markdown: put the forecast's picture, forecast.svg, there.", completion: .directory)
    var pictures: String?

    @OptionGroup var spot: SpotOptions

    @Flag(help: "Take the newest image for every {ssm: …} instead of the pinned one.")
    var refreshImages = false

    @Flag(help: "Say how many AWS calls it took.")
    var verbose = false

    func validate() throws {
        if dirty, source.repo != nil {
            throw ValidationError("--dirty is about PATH; --repo has no uncommitted changes")
        }
        if pictures != nil, output != .markdown { throw ValidationError("--pictures goes with -o markdown") }
        if output == .svg, !forecast { throw ValidationError("-o svg draws the forecast; leave out --no-forecast") }
    }

    func run() async throws {
        try await reporting {
            let verified = try verification.policy()
            if dirty, verified != nil {
                throw ValidationError("--dirty shows what nobody has signed; leave out --verify-…")
            }
            let access = AWSAccess(verbose: verbose)
            var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
            options.own = try await OwnTask.service()
            options.environment = source.environment
            options.correctsDrift = true
            options.verification = verified
            options.refreshesImages = refreshImages
            let reconciler = EnvironmentReconciler(
                try source.access(includingUncommitted: dirty, writes: false), options: options, connect: access.connect
            )
            let prepared = try await reconciler.prepare()
            report(prepared)
            let pass = reconciler.pass(
                prepared, cache: ObservationCache(),
                foresight: Foresight(
                    forecasts: forecast ? ForecastOptions() : nil,
                    spot: forecast || spot.question.isUrgent ? spot.question : nil))
            let turn = await pass.plan(.everything)
            let calls = access.log.counts.calls
            Terminal.out(try rendered(turn.plan, reconciler.header(prepared, calls: calls)))
            if verbose { CallReport(access.log).print() }
            let codes = Verdict(prepared).of(turn.plan, countingChanges: detailedExitcode)
            return ExitStatus.worst(codes + [spot.gate(turn.plan)].compactMap { $0 })
        }
    }

    private func report(_ prepared: EnvironmentReconciler.Prepared) {
        Verdict(prepared).printDiagnostics()
        if !dirty, !prepared.uncommitted.isEmpty {
            Terminal.error("note: uncommitted changes are not in this plan (--dirty includes them)")
        }
        if prepared.statusIsForeign {
            Terminal.error("note: the status branch was written to by somebody else and is not believed")
        }
    }

    private func rendered(_ plan: Plan, _ header: PlanHeader) throws -> String {
        switch output {
        case .table: PlanText(plan, header, usesColour: Terminal.usesColour).text
        case .json: PlanJSON(plan, header, shapes: requestShape).text
        case .markdown: PlanMarkdown(plan, header, picture: try picture(plan, header)).text
        case .svg: ForecastPicture(plan.forecast ?? Forecast(seeds: 0), header).svg
        }
    }

    /// Writes the forecast's picture where it was asked for, and gives the link to it.
    private func picture(_ plan: Plan, _ header: PlanHeader) throws -> String? {
        guard let pictures, let forecast = plan.forecast, !forecast.services.isEmpty else { return nil }
        try FileManager.default.createDirectory(atPath: pictures, withIntermediateDirectories: true)
        let file = pictures.hasSuffix("/") ? "\(pictures)forecast.svg" : "\(pictures)/forecast.svg"
        try Data(ForecastPicture(forecast, header).svg.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}
