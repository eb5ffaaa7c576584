-- sqlite
WITH "union" AS (
    SELECT
        "Region",
        "Quantity"
    FROM "SHOP"."ORDERS"
    UNION ALL
    SELECT
        "Region",
        "Goal" AS "Quantity"
    FROM "SHOP"."PLANS"
)
SELECT
    "Region",
    sum("Quantity") AS "Sum"
FROM "union"
GROUP BY 1
ORDER BY "Region" NULLS LAST;

-- postgresql
WITH "union" AS (
    SELECT
        "Region",
        "Quantity"
    FROM "SHOP"."ORDERS"
    UNION ALL
    SELECT
        "Region",
        "Goal" AS "Quantity"
    FROM "SHOP"."PLANS"
)
SELECT
    "Region",
    sum("Quantity") AS "Sum"
FROM "union"
GROUP BY 1
ORDER BY "Region";

-- mysql
WITH `union` AS (
    SELECT
        CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
        `Quantity`
    FROM `SHOP`.`ORDERS`
    UNION ALL
    SELECT
        CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
        `Goal` AS `Quantity`
    FROM `SHOP`.`PLANS`
)
SELECT
    `Region`,
    sum(`Quantity`) AS `Sum`
FROM `union`
GROUP BY 1
ORDER BY `Region` IS NULL, `Region`;

-- snowflake
WITH "union" AS (
    SELECT
        "Region",
        "Quantity"
    FROM "SHOP"."ORDERS"
    UNION ALL
    SELECT
        "Region",
        "Goal" AS "Quantity"
    FROM "SHOP"."PLANS"
)
SELECT
    "Region",
    sum("Quantity") AS "Sum"
FROM "union"
GROUP BY 1
ORDER BY "Region";

-- bigquery
WITH `union` AS (
    SELECT
        `Region`,
        `Quantity`
    FROM `SHOP`.`ORDERS`
    UNION ALL
    SELECT
        `Region`,
        `Goal` AS `Quantity`
    FROM `SHOP`.`PLANS`
)
SELECT
    `Region`,
    sum(`Quantity`) AS `Sum`
FROM `union`
GROUP BY 1
ORDER BY `Region` NULLS LAST;

-- databricks
WITH `union` AS (
    SELECT
        `Region`,
        `Quantity`
    FROM `SHOP`.`ORDERS`
    UNION ALL
    SELECT
        `Region`,
        `Goal` AS `Quantity`
    FROM `SHOP`.`PLANS`
)
SELECT
    `Region`,
    sum(`Quantity`) AS `Sum`
FROM `union`
GROUP BY 1
ORDER BY `Region` NULLS LAST;

-- redshift
WITH "union" AS (
    SELECT
        "Region",
        "Quantity"
    FROM "SHOP"."ORDERS"
    UNION ALL
    SELECT
        "Region",
        "Goal" AS "Quantity"
    FROM "SHOP"."PLANS"
)
SELECT
    "Region",
    sum("Quantity") AS "Sum"
FROM "union"
GROUP BY 1
ORDER BY "Region";

