-- sqlite
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "SHOP"."ORDERS";

-- postgresql
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "SHOP"."ORDERS";

-- mysql
SELECT
    `Id`,
    CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
    CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
    `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `SHOP`.`ORDERS`;

-- snowflake
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "SHOP"."ORDERS";

-- bigquery
SELECT
    `Id`,
    `Customer`,
    `Region`,
    CAST(`Day` AS DATETIME) AS `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `SHOP`.`ORDERS`;

-- databricks
SELECT
    `Id`,
    `Customer`,
    `Region`,
    `Day`,
    `Quantity`,
    `Price`,
    `Paid`
FROM `SHOP`.`ORDERS`;

-- redshift
SELECT
    "Id",
    "Customer",
    "Region",
    "Day",
    "Quantity",
    "Price",
    "Paid"
FROM "SHOP"."ORDERS";

