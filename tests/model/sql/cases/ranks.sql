-- sqlite
SELECT
    "Id",
    rank() OVER (PARTITION BY "Region" ORDER BY "Price" DESC) AS "Rank",
    dense_rank() OVER (ORDER BY "Price" NULLS LAST) AS "Dense",
    percent_rank() OVER (ORDER BY "Price" NULLS LAST) AS "Share",
    cume_dist() OVER (ORDER BY "Price" NULLS LAST) AS "Cume",
    row_number() OVER (PARTITION BY "Region" ORDER BY "Day" NULLS LAST, "Id" NULLS LAST) AS "Row",
    ntile(3) OVER (ORDER BY "Day" NULLS LAST, "Id" NULLS LAST) AS "Third"
FROM "SHOP"."ORDERS"
ORDER BY "Id" NULLS LAST;

-- postgresql
SELECT
    "Id",
    rank() OVER (PARTITION BY "Region" ORDER BY "Price" DESC NULLS LAST) AS "Rank",
    dense_rank() OVER (ORDER BY "Price") AS "Dense",
    percent_rank() OVER (ORDER BY "Price") AS "Share",
    cume_dist() OVER (ORDER BY "Price") AS "Cume",
    row_number() OVER (PARTITION BY "Region" ORDER BY "Day", "Id") AS "Row",
    ntile(CAST(3 AS integer)) OVER (ORDER BY "Day", "Id") AS "Third"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

-- mysql
SELECT
    `Id`,
    rank() OVER (PARTITION BY CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin ORDER BY `Price` DESC) AS `Rank`,
    dense_rank() OVER (ORDER BY `Price` IS NULL, `Price`) AS `Dense`,
    percent_rank() OVER (ORDER BY `Price` IS NULL, `Price`) AS `Share`,
    cume_dist() OVER (ORDER BY `Price` IS NULL, `Price`) AS `Cume`,
    row_number() OVER (PARTITION BY CONVERT(`Region` USING utf8mb4) COLLATE utf8mb4_bin ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id`) AS `Row`,
    ntile(3) OVER (ORDER BY `Day` IS NULL, `Day`, `Id` IS NULL, `Id`) AS `Third`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` IS NULL, `Id`;

-- snowflake
SELECT
    "Id",
    rank() OVER (PARTITION BY "Region" ORDER BY "Price" DESC NULLS LAST) AS "Rank",
    dense_rank() OVER (ORDER BY "Price") AS "Dense",
    percent_rank() OVER (ORDER BY "Price") AS "Share",
    cume_dist() OVER (ORDER BY "Price") AS "Cume",
    row_number() OVER (PARTITION BY "Region" ORDER BY "Day", "Id") AS "Row",
    ntile(3) OVER (ORDER BY "Day", "Id") AS "Third"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

-- bigquery
SELECT
    `Id`,
    rank() OVER (PARTITION BY `Region` ORDER BY `Price` DESC) AS `Rank`,
    dense_rank() OVER (ORDER BY `Price` NULLS LAST) AS `Dense`,
    percent_rank() OVER (ORDER BY `Price` NULLS LAST) AS `Share`,
    cume_dist() OVER (ORDER BY `Price` NULLS LAST) AS `Cume`,
    row_number() OVER (PARTITION BY `Region` ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST) AS `Row`,
    ntile(3) OVER (ORDER BY CAST(`Day` AS DATETIME) NULLS LAST, `Id` NULLS LAST) AS `Third`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` NULLS LAST;

-- databricks
SELECT
    `Id`,
    rank() OVER (PARTITION BY `Region` ORDER BY `Price` DESC) AS `Rank`,
    dense_rank() OVER (ORDER BY `Price` NULLS LAST) AS `Dense`,
    percent_rank() OVER (ORDER BY `Price` NULLS LAST) AS `Share`,
    cume_dist() OVER (ORDER BY `Price` NULLS LAST) AS `Cume`,
    row_number() OVER (PARTITION BY `Region` ORDER BY `Day` NULLS LAST, `Id` NULLS LAST) AS `Row`,
    ntile(3) OVER (ORDER BY `Day` NULLS LAST, `Id` NULLS LAST) AS `Third`
FROM `SHOP`.`ORDERS`
ORDER BY `Id` NULLS LAST;

-- redshift
SELECT
    "Id",
    rank() OVER (PARTITION BY "Region" ORDER BY "Price" DESC NULLS LAST) AS "Rank",
    dense_rank() OVER (ORDER BY "Price") AS "Dense",
    percent_rank() OVER (ORDER BY "Price") AS "Share",
    cume_dist() OVER (ORDER BY "Price") AS "Cume",
    row_number() OVER (PARTITION BY "Region" ORDER BY "Day", "Id") AS "Row",
    ntile(3) OVER (ORDER BY "Day", "Id") AS "Third"
FROM "SHOP"."ORDERS"
ORDER BY "Id";

