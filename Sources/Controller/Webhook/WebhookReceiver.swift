import HTTPTypes
public import Hummingbird
public import Logging
import Metrics
import NIOCore
import Synchronization

/// Takes forges' webhooks at `/hooks/<forge>` and wakes the environments whose branch was pushed to.
///
/// In this order: how often the address comes, how large and how slow the body is, who signed it; and only then what it
/// says, of which nothing is used but to choose whom to wake, and whether it was here before.
public struct WebhookReceiver: Sendable {
    private let settings: WebhookSettings
    private let desk: NewsDesk
    private let signature: WebhookSignature
    private let reading: BodyReading
    private let queue: ReadingQueue
    private let state: State
    private let elapsed: @Sendable () -> Duration
    private let logger: Logger

    /// What is shared by all requests.
    private final class State: Sendable {
        let limits: Mutex<AddressLimit>
        let deliveries: Mutex<DeliveryMemory>

        init(_ settings: WebhookSettings) {
            limits = Mutex(AddressLimit(perSecond: settings.perSecond))
            deliveries = Mutex(DeliveryMemory(lasting: settings.memory))
        }
    }

    /// A receiver that brings pushes to `desk`. `now` is in seconds since 1970; deadlines are kept by `clock`.
    public init(
        _ settings: WebhookSettings, to desk: NewsDesk, logger: Logger,
        clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Double
    ) {
        self.settings = settings
        self.desk = desk
        self.logger = logger
        signature = WebhookSignature(settings, now: now) { logger.error("\($0)") }
        reading = BodyReading(limit: settings.maxBody, deadline: settings.readDeadline, clock: clock)
        queue = ReadingQueue(limit: settings.queue)
        state = State(settings)
        elapsed = Self.stopwatch(clock)
    }

    private static func stopwatch(_ clock: some Clock<Duration>) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }

    /// Puts `POST /hooks/<forge>` on `router` for every forge that has a secret.
    ///
    /// The address of who calls is taken from a `RemoteAddressRequestContext`; with another context all count as one address.
    public func routes(on router: Router<some RequestContext>) {
        for forge in Forge.allCases where signature.knows(forge) {
            router.post(RouterPath("hooks/\(forge.rawValue)")) { request, context in
                let address = (context as? any RemoteAddressRequestContext)?.remoteAddress?.ipAddress ?? ""
                let given = await answer(request, forge, from: address)
                count(forge, given)
                return given.response
            }
        }
    }

    private func answer(_ request: Request, _ forge: Forge, from address: String) async -> WebhookAnswer {
        let now = elapsed()
        guard state.limits.withLock({ $0.admits(address, at: now) }) else { return .tooMany }
        if let length = request.headers[.contentLength], Int(length).map({ $0 > settings.maxBody }) ?? true {
            return .tooLarge
        }
        let ticket = queue.enter()
        defer { queue.leave(ticket) }
        do throws(BodyReading.Failure) {
            let body = try await reading.read(request.body, ticket)
            return await answer(body, forge, request.headers)
        } catch {
            return WebhookAnswer(error)
        }
    }

    private func answer(_ body: [UInt8], _ forge: Forge, _ headers: HTTPFields) async -> WebhookAnswer {
        guard signature.isGood(forge, headers, body) else { return .unsigned }
        guard let notice = PushNotice(forge, headers, body) else { return .noPush }
        let sight = sight(of: body, forge, headers, notice)
        guard sight != .repeated else { return .repeated }
        let woken = await desk.publish(.pushed(notice))
        logger.info("webhook", metadata: ["forge": "\(forge.rawValue)", "environments": "\(woken)"])
        guard sight == .new else { return .repeated }
        return woken == 0 ? .notWatched : .accepted
    }

    private func sight(
        of body: [UInt8], _ forge: Forge, _ headers: HTTPFields, _ notice: PushNotice
    ) -> DeliveryMemory.Sight {
        let (id, now) = (Self.deliveryID(forge, headers), elapsed())
        return state.deliveries.withLock {
            $0.sight(of: forge, id: id, body: body, about: notice.repositories, at: now)
        }
    }

    private static func deliveryID(_ forge: Forge, _ headers: HTTPFields) -> String? {
        switch forge {
        case .github: headers[.known("X-GitHub-Delivery")]
        case .gitea: headers[.known("X-Gitea-Delivery")]
        case .gitlab: headers[.webhookID] ?? headers[.known("X-Gitlab-Event-UUID")]
        case .generic: headers[.known("X-Delivery-Id")]
        }
    }

    private func count(_ forge: Forge, _ answer: WebhookAnswer) {
        let dimensions = [("forge", forge.rawValue), ("code", String(answer.status.code))]
        Counter(label: "neap_webhook_requests_total", dimensions: dimensions).increment()
    }
}
