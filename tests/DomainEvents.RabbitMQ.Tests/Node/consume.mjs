// A consumer without any .NET: takes messages as amqplib gives them, and has the CloudEvents SDK check each.
import amqp from 'amqplib';
import { CloudEvent } from 'cloudevents';

const [, , url, exchange, binding, count] = process.argv;
const prefix = 'cloudEvents:';
const connection = await amqp.connect(url);
const channel = await connection.createChannel();
await channel.assertExchange(exchange, 'topic', { durable: true });
const { queue } = await channel.assertQueue('', { exclusive: true });
await channel.bindQueue(queue, exchange, binding);

let left = Number(count);
await channel.consume(queue, async (message) => {
  const { headers, contentType, messageId, type, deliveryMode, timestamp } = message.properties;
  const attributes = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(prefix)) attributes[name.slice(prefix.length)] = value;
  }

  // Strict: throws where the event does not keep to the specification.
  const event = new CloudEvent({ ...attributes, datacontenttype: contentType, data: JSON.parse(message.content.toString('utf8')) }, true);
  const { traceparent } = headers;
  console.log(JSON.stringify({ event: event.toJSON(), routingKey: message.fields.routingKey, messageId, type, deliveryMode, timestamp, traceparent }));
  channel.ack(message);
  if (--left === 0) {
    await channel.close();
    await connection.close();
  }
});
console.log('ready');
