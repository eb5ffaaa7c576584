-- sqlite
SELECT
    "Id",
    sigma_count_distinct("Customer") OVER (PARTITION BY "Region") AS "Different",
    sigma_count_distinct(CASE WHEN ("Quantity" > 2) THEN "Customer" END) OVER () AS "Some",
    sigma_median("Quantity") OVER (PARTITION BY "Region") AS "Middle",
    sigma_percentile_cont("Price", 0.9) OVER () AS "High",
    sigma_percentile_disc("Quantity", 0.25) OVER (PARTITION BY "Region") AS "One"
FROM "SHOP"."ORDERS"
ORDER BY "Id" NULLS LAST;

-- postgresql
WITH "orders_2" AS (
    SELECT
        "Id",
        "Customer",
        "Region",
        "Day",
        "Quantity",
        "Price",
        "Paid",
        row_number() OVER (PARTITION BY "Region" ORDER BY "Quantity" IS NULL, "Quantity") AS "helper 1",
        count("Quantity") OVER (PARTITION BY "Region") AS "helper 2",
        row_number() OVER ( ORDER BY "Price" IS NULL, "Price") AS "helper 3",
        count("Price") OVER () AS "helper 4"
    FROM "SHOP"."ORDERS"
)
SELECT
    "Id",
    (dense_rank() OVER (PARTITION BY "Region" ORDER BY "Customer") + dense_rank() OVER (PARTITION BY "Region" ORDER BY "Customer" DESC) - 1 - max(CASE WHEN "Customer" IS NULL THEN 1 ELSE 0 END) OVER (PARTITION BY "Region")) AS "Different",
    (dense_rank() OVER ( ORDER BY CASE WHEN ("Quantity" > 2) THEN "Customer" END) + dense_rank() OVER ( ORDER BY CASE WHEN ("Quantity" > 2) THEN "Customer" END DESC) - 1 - max(CASE WHEN CASE WHEN ("Quantity" > 2) THEN "Customer" END IS NULL THEN 1 ELSE 0 END) OVER ()) AS "Some",
    (max(CASE WHEN "helper 1" = floor(1 + 0.5 * ("helper 2" - 1)) THEN "Quantity" END) OVER (PARTITION BY "Region") + (0.5 * ("helper 2" - 1) - floor(0.5 * ("helper 2" - 1))) * (max(CASE WHEN "helper 1" = ceil(1 + 0.5 * ("helper 2" - 1)) THEN "Quantity" END) OVER (PARTITION BY "Region") - max(CASE WHEN "helper 1" = floor(1 + 0.5 * ("helper 2" - 1)) THEN "Quantity" END) OVER (PARTITION BY "Region"))) AS "Middle",
    (max(CASE WHEN "helper 3" = floor(1 + 0.9 * ("helper 4" - 1)) THEN "Price" END) OVER () + (0.9 * ("helper 4" - 1) - floor(0.9 * ("helper 4" - 1))) * (max(CASE WHEN "helper 3" = ceil(1 + 0.9 * ("helper 4" - 1)) THEN "Price" END) OVER () - max(CASE WHEN "helper 3" = floor(1 + 0.9 * ("helper 4" - 1)) THEN "Price" END) OVER ())) AS "High",
    max(CASE WHEN "helper 1" = greatest(1, ceil(0.25 * "helper 2")) AND "helper 2" > 0 THEN "Quantity" END) OVER (PARTITION BY "Region") AS "One"
FROM "orders_2"
ORDER BY "Id";

-- mysql
WITH `orders_2` AS (
    SELECT
        `Id`,
        CONVERT(`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
        CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
        `Day`,
        `Quantity`,
        `Price`,
        `Paid`,
        row_number() OVER (PARTITION BY CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin ORDER BY `Quantity` IS NULL, `Quantity`) AS `helper 1`,
        count(`Quantity`) OVER (PARTITION BY CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin) AS `helper 2`,
        row_number() OVER ( ORDER BY `Price` IS NULL, `Price`) AS `helper 3`,
        count(`Price`) OVER () AS `helper 4`
    FROM `SHOP`.`ORDERS`
)
SELECT
    `Id`,
    (dense_rank() OVER (PARTITION BY `Region` ORDER BY `Customer`) + dense_rank() OVER (PARTITION BY `Region` ORDER BY `Customer` DESC) - 1 - max(CASE WHEN `Customer` IS NULL THEN 1 ELSE 0 END) OVER (PARTITION BY `Region`)) AS `Different`,
    (dense_rank() OVER ( ORDER BY CASE WHEN (`Quantity` > 2) THEN `Customer` END) + dense_rank() OVER ( ORDER BY CASE WHEN (`Quantity` > 2) THEN `Customer` END DESC) - 1 - max(CASE WHEN CASE WHEN (`Quantity` > 2) THEN `Customer` END IS NULL THEN 1 ELSE 0 END) OVER ()) AS `Some`,
    (max(CASE WHEN `helper 1` = floor(1 + 0.5 * (`helper 2` - 1)) THEN `Quantity` END) OVER (PARTITION BY `Region`) + (0.5 * (`helper 2` - 1) - floor(0.5 * (`helper 2` - 1))) * (max(CASE WHEN `helper 1` = ceil(1 + 0.5 * (`helper 2` - 1)) THEN `Quantity` END) OVER (PARTITION BY `Region`) - max(CASE WHEN `helper 1` = floor(1 + 0.5 * (`helper 2` - 1)) THEN `Quantity` END) OVER (PARTITION BY `Region`))) AS `Middle`,
    (max(CASE WHEN `helper 3` = floor(1 + 0.9 * (`helper 4` - 1)) THEN `Price` END) OVER () + (0.9 * (`helper 4` - 1) - floor(0.9 * (`helper 4` - 1))) * (max(CASE WHEN `helper 3` = ceil(1 + 0.9 * (`helper 4` - 1)) THEN `Price` END) OVER () - max(CASE WHEN `helper 3` = floor(1 + 0.9 * (`helper 4` - 1)) THEN `Price` END) OVER ())) AS `High`,
    max(CASE WHEN `helper 1` = greatest(1, ceil(0.25 * `helper 2`)) AND `helper 2` > 0 THEN `Quantity` END) OVER (PARTITION BY `Region`) AS `One`
FROM `orders_2`
ORDER BY `Id` IS NULL, `Id`;

-- snowflake
SELECT
    "Id",
    count(DISTINCT "Customer") OVER (PARTITION BY "Region") AS "Different",
    count(DISTINCT CASE WHEN ("Quantity" > 2) THEN "Customer" END) OVER () AS "Some",
    MEDIAN("Quantity") OVER (PARTITION BY "Region") AS "Middle",
    PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY "Price") OVER () AS "High",
    PERCENTILE_DISC(0.25) WITHIN GROUP (ORDER BY "Quantity") OVER (PARTITION BY "Region") AS "One"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

-- bigquery
SELECT
    `Id`,
    count(DISTINCT `Customer`) OVER (PARTITION BY `Region`) AS `Different`,
    count(DISTINCT CASE WHEN (`Quantity` > 2) THEN `Customer` END) OVER () AS `Some`,
    PERCENTILE_CONT(`Quantity`, 0.5) OVER (PARTITION BY `Region`) AS `Middle`,
    PERCENTILE_CONT(`Price`, 0.9) OVER () AS `High`,
    PERCENTILE_DISC(`Quantity`, 0.25) OVER (PARTITION BY `Region`) AS `One`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` NULLS LAST;

-- databricks
SELECT
    `Id`,
    count(DISTINCT `Customer`) OVER (PARTITION BY `Region`) AS `Different`,
    count(DISTINCT CASE WHEN (`Quantity` > 2) THEN `Customer` END) OVER () AS `Some`,
    MEDIAN(`Quantity`) OVER (PARTITION BY `Region`) AS `Middle`,
    PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY `Price`) OVER () AS `High`,
    PERCENTILE_DISC(0.25) WITHIN GROUP (ORDER BY `Quantity`) OVER (PARTITION BY `Region`) AS `One`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` NULLS LAST;

-- redshift
SELECT
    "Id",
    count(DISTINCT "Customer") OVER (PARTITION BY "Region") AS "Different",
    count(DISTINCT CASE WHEN ("Quantity" > 2) THEN "Customer" END) OVER () AS "Some",
    PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY "Quantity") OVER (PARTITION BY "Region") AS "Middle",
    PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY "Price") OVER () AS "High",
    PERCENTILE_DISC(0.25) WITHIN GROUP (ORDER BY "Quantity") OVER (PARTITION BY "Region") AS "One"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

