import ArgumentParser
import FoundationEssentials
import LocalAWS
import Simulation
import UnixSignals

/// An embedded AWS from its first line of output to its picture.
struct LocalSession: Sendable {
    /// The timeline as an SVG file.
    struct Picture: Sendable {
        let path: String
        /// Nil for the first region that somebody spoke to.
        let region: String?
    }

    let server: LocalServer
    /// Ends with standard input.
    let attached: Bool
    /// What is drawn at the end; nil for nothing.
    let timeline: Picture?

    /// Serves until a signal, or until standard input ends.
    func run() async throws {
        try checkPicture()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { port in Self.announce(port) } }
            group.addTask { await Self.signal() }
            if attached { group.addTask { try await StandardInput.end() } }
            _ = try await group.next()
            group.cancelAll()
            // What is thrown now comes of being ended.
            while await group.nextResult() != nil {}
        }
        try await server.close()
        try await draw()
    }

    private static func announce(_ port: Int) {
        let process = ProcessInfo.processInfo.processIdentifier
        Terminal.out(#"{"endpoint": "http://127.0.0.1:\#(port)", "pid": \#(process)}"# + "\n")
    }

    private static func signal() async {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        for await _ in signals { return }
    }

    /// Better known now than when there is something to draw.
    private func checkPicture() throws {
        guard let path = timeline?.path else { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw ValidationError("--timeline \(path): \(folder) is no directory that can be written")
        }
    }

    private func draw() async throws {
        guard let timeline else { return }
        guard let region = await firstRegion(timeline.region) else {
            return Terminal.error("neap: nobody has spoken to a region, so there is no timeline to draw")
        }
        let picture = TimelinePicture(await server.timeline(of: region), title: region).svg
        try Data(picture.utf8).write(to: URL(fileURLWithPath: timeline.path))
    }

    private func firstRegion(_ asked: String?) async -> String? {
        if let asked { return asked }
        return await server.regions.first
    }
}
