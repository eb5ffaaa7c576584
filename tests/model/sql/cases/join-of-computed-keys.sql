-- sqlite
WITH "orders_2" AS (
    SELECT
        "Id",
        sigma_lower("Customer") AS "Key"
    FROM "SHOP"."ORDERS"
),
"customers_2" AS (
    SELECT
        sigma_lower("Customer") AS "Key",
        "City"
    FROM "SHOP"."CUSTOMERS"
)
SELECT
    t1."Id",
    t1."Key",
    t2."Key" AS "Key 2",
    t2."City"
FROM "orders_2" AS t1
    LEFT JOIN "customers_2" AS t2 ON t1."Key" = t2."Key";

-- postgresql
WITH "orders_2" AS (
    SELECT
        "Id",
        lower("Customer") AS "Key"
    FROM "SHOP"."ORDERS"
),
"customers_2" AS (
    SELECT
        lower("Customer") AS "Key",
        "City"
    FROM "SHOP"."CUSTOMERS"
)
SELECT
    t1."Id",
    t1."Key",
    t2."Key" AS "Key 2",
    t2."City"
FROM "orders_2" AS t1
    LEFT JOIN "customers_2" AS t2 ON t1."Key" = t2."Key";

-- mysql
WITH `orders_2` AS (
    SELECT
        `Id`,
        lower(CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin) AS `Key`
    FROM `SHOP`.`ORDERS`
),
`customers_2` AS (
    SELECT
        lower(CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin) AS `Key`,
        CONVERT(`City` USING utf8mb4) COLLATE utf8mb4_bin AS `City`
    FROM `SHOP`.`CUSTOMERS`
)
SELECT
    t1.`Id`,
    t1.`Key`,
    t2.`Key` AS `Key 2`,
    t2.`City`
FROM `orders_2` AS t1
    LEFT JOIN `customers_2` AS t2 ON t1.`Key` = t2.`Key`;

-- snowflake
WITH "orders_2" AS (
    SELECT
        "Id",
        lower("Customer") AS "Key"
    FROM "SHOP"."ORDERS"
),
"customers_2" AS (
    SELECT
        lower("Customer") AS "Key",
        "City"
    FROM "SHOP"."CUSTOMERS"
)
SELECT
    t1."Id",
    t1."Key",
    t2."Key" AS "Key 2",
    t2."City"
FROM "orders_2" AS t1
    LEFT JOIN "customers_2" AS t2 ON t1."Key" = t2."Key";

-- bigquery
WITH `orders_2` AS (
    SELECT
        `Id`,
        lower(`Customer`) AS `Key`
    FROM `SHOP`.`ORDERS`
),
`customers_2` AS (
    SELECT
        lower(`Customer`) AS `Key`,
        `City`
    FROM `SHOP`.`CUSTOMERS`
)
SELECT
    t1.`Id`,
    t1.`Key`,
    t2.`Key` AS `Key 2`,
    t2.`City`
FROM `orders_2` AS t1
    LEFT JOIN `customers_2` AS t2 ON t1.`Key` = t2.`Key`;

-- databricks
WITH `orders_2` AS (
    SELECT
        `Id`,
        lower(`Customer`) AS `Key`
    FROM `SHOP`.`ORDERS`
),
`customers_2` AS (
    SELECT
        lower(`Customer`) AS `Key`,
        `City`
    FROM `SHOP`.`CUSTOMERS`
)
SELECT
    t1.`Id`,
    t1.`Key`,
    t2.`Key` AS `Key 2`,
    t2.`City`
FROM `orders_2` AS t1
    LEFT JOIN `customers_2` AS t2 ON t1.`Key` = t2.`Key`;

-- redshift
WITH "orders_2" AS (
    SELECT
        "Id",
        lower("Customer") AS "Key"
    FROM "SHOP"."ORDERS"
),
"customers_2" AS (
    SELECT
        lower("Customer") AS "Key",
        "City"
    FROM "SHOP"."CUSTOMERS"
)
SELECT
    t1."Id",
    t1."Key",
    t2."Key" AS "Key 2",
    t2."City"
FROM "orders_2" AS t1
    LEFT JOIN "customers_2" AS t2 ON t1."Key" = t2."Key";

