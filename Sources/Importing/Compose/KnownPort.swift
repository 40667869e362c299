/// Ports that everybody knows of images, which Compose files need not state to reach them.
enum KnownPort {
    private static let ports = [
        "redis": 6379, "redis-stack": 6379, "redis-stack-server": 6379, "valkey": 6379, "keydb": 6379,
        "memcached": 11_211, "postgres": 5432, "postgresql": 5432, "postgis": 5432, "pgvector": 5432,
        "timescaledb": 5432, "mysql": 3306, "mysql-server": 3306, "mariadb": 3306, "percona": 3306, "mongo": 27_017,
        "mongodb": 27_017, "rabbitmq": 5672, "nats": 4222, "elasticsearch": 9200, "opensearch": 9200, "minio": 9000,
        "nginx": 80, "httpd": 80, "caddy": 80, "traefik": 80,
    ]

    /// The port of an image, by the last part of its name; nil for one that only its maker knows.
    static func of(_ image: String) -> (name: String, port: Int)? {
        let last = image.split(separator: "/").last ?? ""
        let name = String(last.prefix { $0 != ":" && $0 != "@" })
        guard let port = ports[name] else { return nil }
        return (name, port)
    }
}
