# The society in a box: the embedded database in /data, pages and API on 8000 and 3000.
FROM node:20-bookworm-slim
WORKDIR /kafal
COPY package.json package-lock.json .npmrc ./
COPY packages/core/package.json packages/core/
COPY packages/contract/package.json packages/contract/
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
RUN npm ci --omit=dev
COPY . .
RUN node_modules/.bin/node scripts/build-web.ts && mkdir /data && chown node:node /data
USER node
ENV DATA_DIR=/data HOST=0.0.0.0
VOLUME /data
EXPOSE 3000 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node_modules/.bin/node", "-e", "fetch('http://127.0.0.1:3000/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]
