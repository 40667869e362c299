import AsyncHTTPClient
public import Logging
import Metrics
import NIOCore
import NIOHTTP1
public import ServiceLifecycle

/// Sends ended spans to an OpenTelemetry collector, over HTTP with JSON, every few seconds.
public struct TraceExporter: Service {
    private let settings: TraceSettings
    private let buffer: SpanBuffer
    private let version: String
    private let logger: Logger
    private let clock: any Clock<Duration>

    private static let interval = Duration.seconds(5)
    private static let batch = 512
    private static let timeout = TimeAmount.seconds(5)

    /// Sends what `buffer` gets to the collector of `settings`.
    public init(
        _ settings: TraceSettings, _ buffer: SpanBuffer, version: String, logger: Logger,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        (self.settings, self.buffer, self.version, self.logger) = (settings, buffer, version, logger)
        self.clock = clock
    }

    /// Sends until the process is asked to end, and once more then.
    public func run() async throws {
        var failures = 0
        for await _ in ticks.cancelOnGracefulShutdown() { await flush(&failures) }
        await flush(&failures)
    }

    private var ticks: AsyncStream<Void> {
        AsyncStream { [clock] in
            do { return try await clock.sleep(for: Self.interval) } catch { return nil }
        }
    }

    /// Sends what waits; what a collector does not take is lost, and counted.
    private func flush(_ failures: inout Int) async {
        while true {
            let (spans, dropped) = buffer.take(Self.batch)
            count("dropped", dropped)
            guard !spans.isEmpty else { return }
            do {
                try await send(spans)
                count("sent", spans.count)
                failures = 0
            } catch {
                count("failed", spans.count)
                failures += 1
                guard failures == 1 || failures.isMultiple(of: 720) else { return }
                logger.warning(
                    "traces can not be sent",
                    metadata: ["collector": "\(settings.url)", "error": "\(Self.words(error))"])
                return
            }
        }
    }

    private func send(_ spans: [SpanRecord]) async throws {
        var request = HTTPClientRequest(url: settings.url)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        for header in settings.headers { request.headers.add(name: header.name, value: header.value) }
        request.body = .bytes(OTLPRequest(spans: spans, version: version).body)
        let response = try await HTTPClient.shared.execute(request, timeout: Self.timeout)
        _ = try await response.body.collect(upTo: 1 << 20)
        guard (200..<300).contains(response.status.code) else { throw Refused(status: Int(response.status.code)) }
    }

    /// async-http-client's words may quote a header.
    private static func words(_ error: any Error) -> String {
        (error as? HTTPClientError)?.shortDescription ?? (error as? Refused)?.description ?? "\(type(of: error))"
    }

    private struct Refused: Error, CustomStringConvertible {
        let status: Int
        var description: String { "HTTP \(status)" }
    }

    private func count(_ result: String, _ count: Int) {
        guard count > 0 else { return }
        Counter(label: "neap_trace_spans_total", dimensions: [("result", result)]).increment(by: count)
    }
}
