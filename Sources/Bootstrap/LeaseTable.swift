/// The table by which several controllers agree on who writes for an environment.
enum LeaseTable {
    /// One item an environment; a lease is short, so nothing in it is worth a backup.
    static let node: TemplateNode = [
        "Type": "AWS::DynamoDB::Table", "DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete",
        "Properties": [
            "TableName": .sub("${Name}-leases"), "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [["AttributeName": "environment", "AttributeType": "S"]],
            "KeySchema": [["AttributeName": "environment", "KeyType": "HASH"]],
            "SSESpecification": ["SSEEnabled": true],
        ],
    ]
}
