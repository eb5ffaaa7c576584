-- sqlite
SELECT
    substr("Day", 1, 7) || '-01 00:00:00' AS "Month",
    ? || "Region" AS "Tag",
    sum("Price") * 1.0 / count("Price") AS "Mean"
FROM "SHOP"."ORDERS"
GROUP BY 1, 2;
-- ? R-

-- postgresql
SELECT
    date_trunc('month', CAST("Day" AS timestamp)) AS "Month",
    CAST(? AS text) || "Region" AS "Tag",
    CAST(sum("Price") AS double precision) / NULLIF(CAST(count("Price") AS double precision), 0) AS "Mean"
FROM "SHOP"."ORDERS"
GROUP BY 1, 2;
-- ? R-

-- mysql
SELECT
    CAST(DATE_FORMAT(`Day`, '%Y-%m-01') AS DATETIME) AS `Month`,
    CONCAT(?, (CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin)) AS `Tag`,
    sum(`Price`) * 1e0 / NULLIF(count(`Price`), 0) AS `Mean`
FROM `SHOP`.`ORDERS`
GROUP BY 1, 2;
-- ? R-

-- snowflake
SELECT
    DATE_TRUNC('month', "Day") AS "Month",
    ? || "Region" AS "Tag",
    CAST(sum("Price") AS FLOAT) / NULLIF(CAST(count("Price") AS FLOAT), 0) AS "Mean"
FROM "SHOP"."ORDERS"
GROUP BY 1, 2;
-- ? R-

-- bigquery
SELECT
    DATETIME_TRUNC(CAST(`Day` AS DATETIME), MONTH) AS `Month`,
    ? || `Region` AS `Tag`,
    SAFE_DIVIDE(sum(`Price`), count(`Price`)) AS `Mean`
FROM `SHOP`.`ORDERS`
GROUP BY 1, 2;
-- ? R-

-- databricks
SELECT
    date_trunc('MONTH', `Day`) AS `Month`,
    ? || `Region` AS `Tag`,
    try_divide(CAST(sum(`Price`) AS DOUBLE), count(`Price`)) AS `Mean`
FROM `SHOP`.`ORDERS`
GROUP BY 1, 2;
-- ? R-

-- redshift
SELECT
    date_trunc('month', CAST("Day" AS timestamp)) AS "Month",
    CAST(? AS VARCHAR(65535)) || "Region" AS "Tag",
    CAST(sum("Price") AS double precision) / NULLIF(CAST(count("Price") AS double precision), 0) AS "Mean"
FROM "SHOP"."ORDERS"
GROUP BY 1, 2;
-- ? R-

