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
    t1."Revenue" * 1.0 / t2."Total" AS "Share"
FROM "orders_base" AS t1
    LEFT JOIN "by_region" AS t2 ON t1."Region" IS t2."Region"
ORDER BY "Id" NULLS LAST;

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
    CAST(t1."Revenue" AS double precision) / NULLIF(CAST(t2."Total" AS double precision), 0) AS "Share"
FROM "orders_base" AS t1
    LEFT JOIN "by_region" AS t2 ON t1."Region" IS NOT DISTINCT FROM t2."Region"
ORDER BY "Id";

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
    t1.`Revenue` * 1e0 / NULLIF(t2.`Total`, 0) AS `Share`
FROM `orders_base` AS t1
    LEFT JOIN `by_region` AS t2 ON t1.`Region` <=> t2.`Region`
ORDER BY `Id` IS NULL, `Id`;

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
    CAST(t1."Revenue" AS FLOAT) / NULLIF(CAST(t2."Total" AS FLOAT), 0) AS "Share"
FROM "orders_base" AS t1
    LEFT JOIN "by_region" AS t2 ON t1."Region" IS NOT DISTINCT FROM t2."Region"
ORDER BY "Id";

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
    SAFE_DIVIDE(t1.`Revenue`, t2.`Total`) AS `Share`
FROM `orders_base` AS t1
    LEFT JOIN `by_region` AS t2 ON TO_JSON_STRING(t1.`Region`) = TO_JSON_STRING(t2.`Region`)
ORDER BY `Id` NULLS LAST;

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
    try_divide(CAST(t1.`Revenue` AS DOUBLE), t2.`Total`) AS `Share`
FROM `orders_base` AS t1
    LEFT JOIN `by_region` AS t2 ON t1.`Region` <=> t2.`Region`
ORDER BY `Id` NULLS LAST;

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
    CAST(t1."Revenue" AS double precision) / NULLIF(CAST(t2."Total" AS double precision), 0) AS "Share"
FROM "orders_base" AS t1
    LEFT JOIN "by_region" AS t2 ON (t1."Region" = t2."Region" OR (t1."Region" IS NULL AND t2."Region" IS NULL))
ORDER BY "Id";

