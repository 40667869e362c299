/// What the members of LoadBalancer, ListenerRule and TargetGroup are for; `FieldNotes.all` says how to read it.
enum BalancingNotes {
    static let text = """
        LoadBalancer/attributes: AWS's attribute keys to their values, such as idle_timeout.timeout_seconds.
        LoadBalancer/customerOwnedIpv4Pool: A pool of your own addresses on Outposts.
        LoadBalancer/enablePrefixForIpv6SourceNat: Whether UDP over IPv6 gets source addresses of its own.
        ipAddressType: ipv4, dualstack, or dualstack without public IPv4.
        LoadBalancer/ipamPools: Pools that public addresses come from.
        ipamPools/ipv4IpamPoolId: The pool of IPv4 addresses.
        LoadBalancer/listeners: The ports that it listens on, by port.
        LoadBalancer/name: AWS's name, where it is not the manifest's.
        LoadBalancer/scheme: internet-facing has public addresses, internal has none.
        LoadBalancer/securityGroups: The security groups of its interfaces.
        LoadBalancer/subnetMappings: Subnets with addresses of their own, instead of subnets.
        LoadBalancer/subnets: The subnets that it stands in, one a zone.
        LoadBalancer/tags: Tags by name.
        LoadBalancer/type: application, network or gateway.
        subnetMappings/allocationId: The elastic address.
        subnetMappings/iPv6Address: The IPv6 address.
        subnetMappings/privateIPv4Address: The private address.
        subnetMappings/sourceNatIpv6Prefix: The prefix that source addresses come from.
        subnetMappings/subnetId: The subnet.
        listeners/alpnPolicy: Which protocols are offered over TLS.
        listeners/attributes: AWS's attribute keys to their values.
        listeners/certificates: The certificates; the first is the default one.
        certificates/certificateArn: The certificate.
        certificates/isDefault: Set by AWS.
        listeners/defaultActions: What happens to requests that no rule takes.
        listeners/mutualAuthentication: Whether clients have to show a certificate.
        mutualAuthentication/advertiseTrustStoreCaNames: Whether clients are told whose certificates are trusted.
        mutualAuthentication/ignoreClientCertificateExpiry: Whether certificates that have expired are taken.
        mutualAuthentication/mode: off, passthrough or verify.
        mutualAuthentication/trustStoreArn: The trust store.
        listeners/port: The port.
        listeners/protocol: HTTP, HTTPS; TCP, TLS, UDP, TCP_UDP for a Network Load Balancer.
        listeners/rules: Rules by their priority; those of other teams stay.
        listeners/sslPolicy: Which versions and ciphers of TLS are taken.
        listeners/tags: Tags by name.
        ListenerRule/actions: What happens to requests that meet the conditions.
        ListenerRule/conditions: What a request has to be like; all of them.
        ListenerRule/listenerArn: The listener that it belongs to: load-balancer/port, or an ARN.
        ListenerRule/priority: Which rule is tried first; the lowest.
        ListenerRule/tags: Tags by name.
        ListenerRule/transforms: How host and path are rewritten before the request goes on.
        rules/actions: What happens to requests that meet the conditions.
        rules/conditions: What a request has to be like; all of them.
        rules/priority: Which rule is tried first; the lowest.
        rules/tags: Tags by name.
        rules/transforms: How host and path are rewritten before the request goes on.
        authenticateCognitoConfig: Sends people to Amazon Cognito to sign in.
        authenticateOidcConfig: Sends people to an OpenID Connect provider to sign in.
        fixedResponseConfig: An answer of the load balancer's own.
        forwardConfig: Several target groups with their weights.
        jwtValidationConfig: Checks a token that the request brings.
        redirectConfig: Sends the client somewhere else.
        actions/order: Its place among several actions.
        defaultActions/order: Its place among several actions.
        actions/targetGroupArn: Where requests are forwarded to.
        defaultActions/targetGroupArn: Where requests are forwarded to.
        actions/type: forward, redirect, fixed-response, or one of those that authenticate.
        defaultActions/type: forward, redirect, fixed-response, or one of those that authenticate.
        authenticationRequestExtraParams: Further parameters of the sign-in request.
        onUnauthenticatedRequest: deny, allow or authenticate.
        scope: What is asked for, such as openid.
        sessionCookieName: The cookie that keeps the session.
        sessionTimeout [seconds]: How long a session lasts.
        userPoolArn: The Cognito user pool.
        userPoolClientId: The pool's client.
        userPoolDomain: The pool's domain.
        authorizationEndpoint: The provider's page to sign in.
        clientId: The client's id at the provider.
        clientSecret: The client's secret at the provider; Git is no place for it. AWS never shows it: a new one is written with the next change of its action.
        issuer: Who issues the tokens.
        tokenEndpoint: Where codes are exchanged for tokens.
        useExistingClientSecret: Whether the secret that AWS has stays.
        userInfoEndpoint: Where the provider tells who somebody is.
        fixedResponseConfig/contentType: What the body is.
        fixedResponseConfig/messageBody: The body.
        fixedResponseConfig/statusCode: The status, as text.
        targetGroupStickinessConfig: Whether a client stays with a target group.
        targetGroupStickinessConfig/durationSeconds [seconds]: How long it stays.
        targetGroupStickinessConfig/enabled: Whether it does.
        forwardConfig/targetGroups: The target groups; a deployment may own their weights.
        targetGroups/targetGroupArn: The target group.
        targetGroups/weight: Its share of the sum of weights.
        jwtValidationConfig/additionalClaims: What the token has to say besides.
        jwksEndpoint: Where the keys are found.
        additionalClaims/format: How the claim is read.
        additionalClaims/name: The claim.
        additionalClaims/values: What it may say.
        redirectConfig/host: The host; #{host} is the request's.
        redirectConfig/path: The path; #{path} is the request's.
        redirectConfig/port: The port; #{port} is the request's.
        redirectConfig/protocol: HTTP or HTTPS; #{protocol} is the request's.
        redirectConfig/query: The query; #{query} is the request's.
        redirectConfig/statusCode: HTTP_301 for ever, HTTP_302 for now.
        conditions/field: What is looked at, such as path-pattern or host-header.
        hostHeaderConfig: What the host may be.
        httpHeaderConfig: What a header may be.
        httpHeaderConfig/httpHeaderName: The header.
        httpRequestMethodConfig: What the method may be.
        pathPatternConfig: What the path may be.
        queryStringConfig: What the query may hold.
        sourceIpConfig: What network the client may come from.
        regexValues: Regular expressions, one of which has to match.
        conditions/values: Patterns, one of which has to match; * and ? stand for anything.
        hostHeaderConfig/values: Hosts, one of which has to match; * and ? stand for anything.
        httpHeaderConfig/values: Texts, one of which has to match; * and ? stand for anything.
        httpRequestMethodConfig/values: Methods, one of which it has to be.
        pathPatternConfig/values: Paths, one of which has to match; * and ? stand for anything.
        queryStringConfig/values: Pairs, one of which has to be there.
        queryStringConfig/values/key: The parameter; any when left out.
        queryStringConfig/values/value: What it holds.
        sourceIpConfig/values: Networks in CIDR notation, one of which has to hold the client.
        transforms/type: host-header-rewrite or url-rewrite.
        hostHeaderRewriteConfig: How the host is rewritten.
        urlRewriteConfig: How the path is rewritten.
        rewrites: What is replaced by what.
        rewrites/regex: What is looked for.
        rewrites/replace: What takes its place.
        TargetGroup/attributes: AWS's attribute keys to their values, such as deregistration_delay.timeout_seconds.
        TargetGroup/healthCheckEnabled: Whether targets are checked.
        TargetGroup/healthCheckIntervalSeconds [seconds]: Between two checks.
        TargetGroup/healthCheckPath: The path that is asked for.
        TargetGroup/healthCheckPort: The port that is asked; traffic-port is the target's own.
        TargetGroup/healthCheckProtocol: What the check speaks.
        TargetGroup/healthCheckTimeoutSeconds [seconds]: How long an answer may take.
        TargetGroup/healthyThresholdCount: Good answers in a row that make a target healthy.
        TargetGroup/unhealthyThresholdCount: Bad answers in a row that make it unhealthy.
        TargetGroup/matcher: Which answers are good.
        matcher/grpcCode: Codes of gRPC, such as 0-99.
        matcher/httpCode: Statuses of HTTP, such as 200-399.
        TargetGroup/name: AWS's name, where it is not the manifest's.
        TargetGroup/port: The port of targets that are registered without one; ECS registers them with theirs.
        TargetGroup/protocol: What targets speak.
        TargetGroup/protocolVersion: HTTP1, HTTP2 or GRPC.
        TargetGroup/tags: Tags by name.
        TargetGroup/targetControlPort: The port over which targets say how many requests they take.
        TargetGroup/targetType: instance for bridge and host networking, ip for awsvpc.
        TargetGroup/vpcId: The VPC of the targets.
        """
}
