-- sqlite
WITH "orders_base" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Quantity" * "Price" AS "Revenue"
    FROM "SHOP"."ORDERS"
),
"by_region" AS (
    SELECT
        "Region",
        sum("Revenue") AS "Total"
    FROM "orders_base"
    GROUP BY 1
)
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Customer" AS "Customer 2",
    t2."City",
    t2."Since",
    t3."Region" AS "Region 2",
    t3."Total"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."CUSTOMERS" AS t2 ON t1."Customer" = t2."Customer"
    LEFT JOIN "by_region" AS t3 ON t1."Region" = t3."Region"
WHERE t1."Id" > 1;

-- postgresql
WITH "orders_base" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Quantity" * "Price" AS "Revenue"
    FROM "SHOP"."ORDERS"
),
"by_region" AS (
    SELECT
        "Region",
        sum("Revenue") AS "Total"
    FROM "orders_base"
    GROUP BY 1
)
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Customer" AS "Customer 2",
    t2."City",
    t2."Since",
    t3."Region" AS "Region 2",
    t3."Total"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."CUSTOMERS" AS t2 ON t1."Customer" = t2."Customer"
    LEFT JOIN "by_region" AS t3 ON t1."Region" = t3."Region"
WHERE t1."Id" > 1;

-- mysql
WITH `orders_base` AS (
    SELECT
        `Id`,
        CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
        CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
        `Day`,
        `Quantity`,
        `Quantity` * `Price` AS `Revenue`
    FROM `SHOP`.`ORDERS`
),
`by_region` AS (
    SELECT
        `Region`,
        sum(`Revenue`) AS `Total`
    FROM `orders_base`
    GROUP BY 1
)
SELECT
    t1.`Id`,
    CONVERT(t1.`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
    CONVERT(t1.`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
    CONVERT(t2.`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer 2`,
    CONVERT(t2.`City` USING utf8mb4) COLLATE utf8mb4_bin AS `City`,
    t2.`Since`,
    t3.`Region` AS `Region 2`,
    t3.`Total`
FROM `SHOP`.`ORDERS` AS t1
    LEFT JOIN `SHOP`.`CUSTOMERS` AS t2 ON CONVERT(t1.`Customer` USING utf8mb4) COLLATE utf8mb4_bin = (CONVERT(t2.`Customer` USING utf8mb4) COLLATE utf8mb4_bin)
    LEFT JOIN `by_region` AS t3 ON CONVERT(t1.`Region` USING utf8mb4) COLLATE utf8mb4_bin = t3.`Region`
WHERE t1.`Id` > 1;

-- snowflake
WITH "orders_base" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Quantity" * "Price" AS "Revenue"
    FROM "SHOP"."ORDERS"
),
"by_region" AS (
    SELECT
        "Region",
        sum("Revenue") AS "Total"
    FROM "orders_base"
    GROUP BY 1
)
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Customer" AS "Customer 2",
    t2."City",
    t2."Since",
    t3."Region" AS "Region 2",
    t3."Total"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."CUSTOMERS" AS t2 ON t1."Customer" = t2."Customer"
    LEFT JOIN "by_region" AS t3 ON t1."Region" = t3."Region"
WHERE t1."Id" > 1;

-- bigquery
WITH `orders_base` AS (
    SELECT
        `Id`,
        `Customer`,
        `Region`,
        CAST(`Day` AS DATETIME) AS `Day`,
        `Quantity`,
        `Quantity` * `Price` AS `Revenue`
    FROM `SHOP`.`ORDERS`
),
`by_region` AS (
    SELECT
        `Region`,
        sum(`Revenue`) AS `Total`
    FROM `orders_base`
    GROUP BY 1
)
SELECT
    t1.`Id`,
    t1.`Customer`,
    t1.`Region`,
    t2.`Customer` AS `Customer 2`,
    t2.`City`,
    t2.`Since`,
    t3.`Region` AS `Region 2`,
    t3.`Total`
FROM `SHOP`.`ORDERS` AS t1
    LEFT JOIN `SHOP`.`CUSTOMERS` AS t2 ON t1.`Customer` = t2.`Customer`
    LEFT JOIN `by_region` AS t3 ON t1.`Region` = t3.`Region`
WHERE t1.`Id` > 1;

-- databricks
WITH `orders_base` AS (
    SELECT
        `Id`,
        `Customer`,
        `Region`,
        `Day`,
        `Quantity`,
        `Quantity` * `Price` AS `Revenue`
    FROM `SHOP`.`ORDERS`
),
`by_region` AS (
    SELECT
        `Region`,
        sum(`Revenue`) AS `Total`
    FROM `orders_base`
    GROUP BY 1
)
SELECT
    t1.`Id`,
    t1.`Customer`,
    t1.`Region`,
    t2.`Customer` AS `Customer 2`,
    t2.`City`,
    t2.`Since`,
    t3.`Region` AS `Region 2`,
    t3.`Total`
FROM `SHOP`.`ORDERS` AS t1
    LEFT JOIN `SHOP`.`CUSTOMERS` AS t2 ON t1.`Customer` = t2.`Customer`
    LEFT JOIN `by_region` AS t3 ON t1.`Region` = t3.`Region`
WHERE t1.`Id` > 1;

-- redshift
WITH "orders_base" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Quantity" * "Price" AS "Revenue"
    FROM "SHOP"."ORDERS"
),
"by_region" AS (
    SELECT
        "Region",
        sum("Revenue") AS "Total"
    FROM "orders_base"
    GROUP BY 1
)
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Customer" AS "Customer 2",
    t2."City",
    t2."Since",
    t3."Region" AS "Region 2",
    t3."Total"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."CUSTOMERS" AS t2 ON t1."Customer" = t2."Customer"
    LEFT JOIN "by_region" AS t3 ON t1."Region" = t3."Region"
WHERE t1."Id" > 1;

