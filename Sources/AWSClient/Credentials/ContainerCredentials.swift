internal import AWSWire

/// The endpoint that ECS and EKS give a container.
struct ContainerCredentials: CredentialProvider, Unprinted {
    let name = "container endpoint"
    let environment: [String: String]
    let files: FileReader
    let transport: any HTTPTransport
    let clock: any AWSClock

    static let timeout = Duration.seconds(2)
    static let attempts = 3
    /// Where plain http may go besides loopback: ECS's and EKS's own addresses.
    private static let hosts: Set = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"]

    func credentials() async throws -> ExpiringCredentials? {
        guard let endpoint = try endpoint() else { return nil }
        var headers: WireHeaders = ["Accept": "application/json"]
        headers["Authorization"] = try token()
        return try await fetch(WireRequest(method: "GET", path: endpoint.path, headers: headers), endpoint)
    }

    /// The endpoint; nil when the container has none.
    func endpoint() throws -> Endpoint? {
        if let path = environment.value("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
            guard let endpoint = Endpoint(url: "http://169.254.170.2" + path, allowingQuery: true),
                path.hasPrefix("/")
            else {
                throw failure("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is no path")
            }
            return endpoint
        }
        guard let full = environment.value("AWS_CONTAINER_CREDENTIALS_FULL_URI") else { return nil }
        guard let endpoint = Endpoint(url: full, allowingQuery: true) else {
            throw failure("AWS_CONTAINER_CREDENTIALS_FULL_URI is no http or https URL")
        }
        guard endpoint.scheme == "https" || endpoint.isLoopback || Self.hosts.contains(endpoint.host) else {
            throw failure(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI names \(endpoint.host), which credentials may not be asked of over http"
            )
        }
        return endpoint
    }

    /// The `Authorization` value. The file is read anew each time, since its token is rotated.
    private func token() throws -> String? {
        let token: String?
        if let file = environment.value("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
            do { token = try files.text(file) } catch { throw failure("\(file) can not be read") }
            guard token != nil else { throw failure("\(file) does not exist") }
        } else {
            token = environment.value("AWS_CONTAINER_AUTHORIZATION_TOKEN")
        }
        if let token, token.utf8.contains(where: { $0 == 10 || $0 == 13 }) {
            throw failure("the authorization token holds a line break")
        }
        return token
    }

    private func fetch(_ request: WireRequest, _ endpoint: Endpoint) async throws -> ExpiringCredentials {
        var last = failure("the endpoint did not answer", disposition: .transient)
        for attempt in 0..<Self.attempts {
            if attempt > 0 { try await clock.sleep(for: .seconds(1)) }
            do {
                let response = try await transport.send(request, to: endpoint, timeout: Self.timeout)
                if response.status == 200 { return try CredentialDocument(response.body).credentials(from: name) }
                last = failure(
                    "the endpoint refused with status \(response.status)",
                    disposition: response.status >= 500 ? .transient : .authentication)
            } catch is TransportError {
                last = failure("the endpoint did not answer", disposition: .transient)
            } catch let error as CredentialDocument.Problem {
                last = failure("the endpoint answered \(error.description)")
            }
        }
        throw last
    }
}
