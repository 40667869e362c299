public import Model

/// The attributes that AWS gives new load balancers, listeners and target groups (aws-facts 4.7, 4.8, 4.10).
public enum BalancingDefaults {
    /// Those of a load balancer of this type.
    public static func loadBalancer(_ type: String) -> [String: String] {
        switch type {
        case "network": network
        case "gateway": ["deletion_protection.enabled": "false", "load_balancing.cross_zone.enabled": "false"]
        default: application
        }
    }

    /// Those of a listener; a gateway's has no protocol.
    public static func listener(_ word: String?, _ type: String) -> [String: String] {
        switch word {
        case "HTTP" where type == "application": responseHeaders
        case "HTTPS" where type == "application": responseHeaders.merging(requestHeaders) { $1 }
        case "TCP", nil: ["tcp.idle_timeout.seconds": "350"]
        default: [:]
        }
    }

    /// Those of a target group with these settings.
    public static func targetGroup(_ settings: Value) -> [String: String] {
        let word = settings["protocol"]?.string
        if settings["targetType"]?.string == "lambda" { return ["lambda.multi_value_headers.enabled": "false"] }
        switch word {
        case "GENEVE": return anyGroup.merging(gatewayGroup) { $1 }
        case "HTTP", "HTTPS": return anyGroup.merging(groupHealth) { $1 }.merging(httpGroup) { $1 }
        default:
            var attributes = anyGroup.merging(groupHealth) { $1 }.merging(networkGroup) { $1 }
            let keepsClient = settings["targetType"]?.string != "ip" || ["UDP", "TCP_UDP"].contains(word)
            attributes["preserve_client_ip.enabled"] = keepsClient ? "true" : "false"
            return attributes
        }
    }

    private static let application = [
        "access_logs.s3.enabled": "false", "access_logs.s3.bucket": "", "access_logs.s3.prefix": "",
        "connection_logs.s3.enabled": "false", "connection_logs.s3.bucket": "", "connection_logs.s3.prefix": "",
        "health_check_logs.s3.enabled": "false", "health_check_logs.s3.bucket": "", "health_check_logs.s3.prefix": "",
        "idle_timeout.timeout_seconds": "60", "client_keep_alive.seconds": "3600",
        "deletion_protection.enabled": "false", "load_balancing.cross_zone.enabled": "true",
        "routing.http2.enabled": "true", "routing.http.desync_mitigation_mode": "defensive",
        "routing.http.drop_invalid_header_fields.enabled": "false",
        "routing.http.preserve_host_header.enabled": "false", "routing.http.xff_header_processing.mode": "append",
        "routing.http.xff_client_port.enabled": "false",
        "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false", "waf.fail_open.enabled": "false",
        "zonal_shift.config.enabled": "false", "ipv6.deny_all_igw_traffic": "false",
    ]
    private static let network = [
        "access_logs.s3.enabled": "false", "access_logs.s3.bucket": "", "access_logs.s3.prefix": "",
        "deletion_protection.enabled": "false", "load_balancing.cross_zone.enabled": "false",
        "dns_record.client_routing_policy": "any_availability_zone", "ipv6.deny_all_igw_traffic": "false",
        "zonal_shift.config.enabled": "false", "secondary_ips.auto_assigned.per_subnet": "0",
    ]
    private static let anyGroup = [
        "deregistration_delay.timeout_seconds": "300", "stickiness.enabled": "false",
        "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
    ]
    private static let groupHealth = [
        "target_group_health.dns_failover.minimum_healthy_targets.count": "1",
        "target_group_health.dns_failover.minimum_healthy_targets.percentage": "off",
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "off",
    ]
    private static let httpGroup = [
        "stickiness.type": "lb_cookie", "stickiness.lb_cookie.duration_seconds": "86400",
        "stickiness.app_cookie.cookie_name": "", "stickiness.app_cookie.duration_seconds": "86400",
        "load_balancing.algorithm.type": "round_robin", "load_balancing.algorithm.anomaly_mitigation": "off",
        "slow_start.duration_seconds": "0",
    ]
    private static let networkGroup = [
        "stickiness.type": "source_ip", "proxy_protocol_v2.enabled": "false",
        "deregistration_delay.connection_termination.enabled": "false",
        "target_health_state.unhealthy.connection_termination.enabled": "true",
        "target_health_state.unhealthy.draining_interval_seconds": "0",
    ]
    private static let gatewayGroup = [
        "stickiness.type": "source_ip_dest_ip_proto", "target_failover.on_deregistration": "no_rebalance",
        "target_failover.on_unhealthy": "no_rebalance",
    ]
    private static let responseHeaders = [
        "routing.http.response.server.enabled": "true",
        "routing.http.response.strict_transport_security.header_value": "",
        "routing.http.response.access_control_allow_origin.header_value": "",
        "routing.http.response.access_control_allow_methods.header_value": "",
        "routing.http.response.access_control_allow_headers.header_value": "",
        "routing.http.response.access_control_allow_credentials.header_value": "",
        "routing.http.response.access_control_expose_headers.header_value": "",
        "routing.http.response.access_control_max_age.header_value": "",
        "routing.http.response.content_security_policy.header_value": "",
        "routing.http.response.x_content_type_options.header_value": "",
        "routing.http.response.x_frame_options.header_value": "",
    ]
    private static let requestHeaders = [
        "routing.http.request.x_amzn_mtls_clientcert.header_name": "X-Amzn-Mtls-Clientcert",
        "routing.http.request.x_amzn_mtls_clientcert_serial_number.header_name":
            "X-Amzn-Mtls-Clientcert-Serial-Number",
        "routing.http.request.x_amzn_mtls_clientcert_issuer.header_name": "X-Amzn-Mtls-Clientcert-Issuer",
        "routing.http.request.x_amzn_mtls_clientcert_subject.header_name": "X-Amzn-Mtls-Clientcert-Subject",
        "routing.http.request.x_amzn_mtls_clientcert_validity.header_name": "X-Amzn-Mtls-Clientcert-Validity",
        "routing.http.request.x_amzn_mtls_clientcert_leaf.header_name": "X-Amzn-Mtls-Clientcert-Leaf",
        "routing.http.request.x_amzn_tls_version.header_name": "X-Amzn-Tls-Version",
        "routing.http.request.x_amzn_tls_cipher_suite.header_name": "X-Amzn-Tls-Cipher-Suite",
    ]
}
