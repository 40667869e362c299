import AWSClient
import AWSECS
import AWSELBv2
import AWSSTS
import AWSWire
import Logging
import Model

/// Answers as AWS would give them, made by the server's side of the wire module.
enum Answers {
    static let models = [ECS.model, ELBv2.model, STS.model]

    /// A successful reply to whatever was asked.
    static func reply(_ output: Value, from model: ServiceModel = ECS.model) -> ScriptedTransport.Answer {
        { asked in
            let (operation, _) = try model.decode(asked.request)
            return model.encodeReply(operation, output, requestID: "request-1")
        }
    }

    /// An error under AWS's code.
    static func error(
        _ code: String, _ message: String = "no", status: Int = 400, headers: [(String, String)] = [],
        from model: ServiceModel = ECS.model
    ) -> ScriptedTransport.Answer {
        { _ in
            var reply = model.encodeError(code: code, message: message, status: status, requestID: "request-9")
            for (name, value) in headers { reply.headers[name] = value }
            return reply
        }
    }

    /// No answer.
    static func failure(_ error: TransportError) -> ScriptedTransport.Answer { { _ in throw error } }

    /// A plain HTTP reply.
    static func http(_ status: Int, _ body: String = "") -> ScriptedTransport.Answer {
        { _ in WireReply(status: status, body: Array(body.utf8)) }
    }

    /// Session credentials from STS.
    static func session(_ key: String, expires: Double) -> ScriptedTransport.Answer {
        reply(
            [
                "credentials": [
                    "accessKeyId": .string(key), "secretAccessKey": "session-secret", "sessionToken": "session-token",
                    "expiration": Value(.number(expires)),
                ]
            ], from: STS.model)
    }
}

extension AWSClient {
    /// A client over a script, with keys, without jitter.
    static func scripted(
        _ transport: ScriptedTransport, clock: any AWSClock = ManualClock(), retry: RetryPolicy = .fixed,
        credentials: any CredentialProvider = StaticCredentials(.test), budget: RateBudget? = nil,
        environment: [String: String] = [:], log: CallLog = CallLog(), logger: Logger = .silent
    ) throws -> AWSClient {
        AWSClient(
            services: Answers.models, region: "eu-west-1",
            settings: try AWSSettings(environment: environment, files: .memory([:])), credentials: credentials,
            transport: transport, retry: retry, budget: budget, version: "1.2.3", log: log, logger: logger,
            clock: clock)
    }
}

extension RetryPolicy {
    /// Half of every ceiling.
    static var fixed: RetryPolicy { RetryPolicy(random: { 0.5 }) }
}

extension Credentials {
    static let test = Credentials(accessKeyID: "AKIDTEST", secretAccessKey: "top-secret-key", sessionToken: nil)
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

/// The `AWSError` that `body` throws; nil when it throws none.
func awsError(_ body: () async throws -> some Any) async -> AWSError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? AWSError
    }
}
