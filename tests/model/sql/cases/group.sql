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
    "Region",
    "Total"
FROM "by_region"
ORDER BY "Region" NULLS LAST;

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
    "Region",
    "Total"
FROM "by_region"
ORDER BY "Region";

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
    `Region`,
    `Total`
FROM `by_region`
ORDER BY `Region` IS NULL, `Region`;

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
    "Region",
    "Total"
FROM "by_region"
ORDER BY "Region";

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
    `Region`,
    `Total`
FROM `by_region`
ORDER BY `Region` NULLS LAST;

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
    `Region`,
    `Total`
FROM `by_region`
ORDER BY `Region` NULLS LAST;

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
    "Region",
    "Total"
FROM "by_region"
ORDER BY "Region";

