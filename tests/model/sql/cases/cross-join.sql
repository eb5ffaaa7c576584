-- sqlite
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Region" AS "Region 2",
    t2."Goal"
FROM "SHOP"."ORDERS" AS t1
    CROSS JOIN "SHOP"."PLANS" AS t2;

-- postgresql
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Region" AS "Region 2",
    t2."Goal"
FROM "SHOP"."ORDERS" AS t1
    CROSS JOIN "SHOP"."PLANS" AS t2;

-- mysql
SELECT
    t1.`Id`,
    CONVERT(t1.`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
    CONVERT(t1.`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
    CONVERT(t2.`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region 2`,
    t2.`Goal`
FROM `SHOP`.`ORDERS` AS t1
    CROSS JOIN `SHOP`.`PLANS` AS t2;

-- snowflake
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Region" AS "Region 2",
    t2."Goal"
FROM "SHOP"."ORDERS" AS t1
    CROSS JOIN "SHOP"."PLANS" AS t2;

-- bigquery
SELECT
    t1.`Id`,
    t1.`Customer`,
    t1.`Region`,
    t2.`Region` AS `Region 2`,
    t2.`Goal`
FROM `SHOP`.`ORDERS` AS t1
    CROSS JOIN `SHOP`.`PLANS` AS t2;

-- databricks
SELECT
    t1.`Id`,
    t1.`Customer`,
    t1.`Region`,
    t2.`Region` AS `Region 2`,
    t2.`Goal`
FROM `SHOP`.`ORDERS` AS t1
    CROSS JOIN `SHOP`.`PLANS` AS t2;

-- redshift
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Region" AS "Region 2",
    t2."Goal"
FROM "SHOP"."ORDERS" AS t1
    CROSS JOIN "SHOP"."PLANS" AS t2;

